// Headers that the nginx pack is about.
#include <ngx_config.h>
#include <ngx_core.h>
#include <ngx_event.h>
#include <ngx_event_connect.h>
#include <ngx_channel.h>
#include <ngx_thread_pool.h>
#include <ngx_md5.h>
#include <ngx_sha1.h>
#include <ngx_murmurhash.h>
#include <ngx_http.h>
#include <ngx_crc32.h>
