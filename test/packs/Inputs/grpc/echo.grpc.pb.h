// What protoc makes of a small service, as far as the grpc pack looks at it.
#include <google/protobuf/any.pb.h>
#include <grpcpp/alarm.h>
#include <grpcpp/generic/async_generic_service.h>
#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/grpcpp.h>
#include <grpcpp/impl/client_unary_call.h>
#include <grpcpp/impl/rpc_method.h>
#include <grpcpp/support/sync_stream.h>

namespace echo {
using Message = google::protobuf::Any;
class Echo {
public:
  class StubInterface {
  public:
    virtual grpc::Status One(grpc::ClientContext *, const Message &, Message *) = 0;
    std::unique_ptr<grpc::ClientReaderInterface<Message>> Down(grpc::ClientContext *, const Message &);
    class async_interface {
    public:
      virtual void One(grpc::ClientContext *, const Message *, Message *, std::function<void(grpc::Status)>) = 0;
      virtual void Down(grpc::ClientContext *, const Message *, grpc::ClientReadReactor<Message> *) = 0;
    };
    virtual async_interface *async() = 0;
  };
  class Stub final : public StubInterface {
  public:
    grpc::Status One(grpc::ClientContext *, const Message &, Message *) override;
    std::unique_ptr<grpc::ClientReader<Message>> Down(grpc::ClientContext *, const Message &);
    std::unique_ptr<grpc::ClientWriter<Message>> Up(grpc::ClientContext *, Message *);
    std::unique_ptr<grpc::ClientReaderWriter<Message, Message>> Both(grpc::ClientContext *);
    std::unique_ptr<grpc::ClientAsyncResponseReader<Message>> AsyncOne(grpc::ClientContext *, const Message &, grpc::CompletionQueue *);
    class async final : public StubInterface::async_interface {
    public:
      void One(grpc::ClientContext *, const Message *, Message *, std::function<void(grpc::Status)>) override;
      void Down(grpc::ClientContext *, const Message *, grpc::ClientReadReactor<Message> *) override;
    };
    async *async() override;
  };
  class Service : public grpc::Service {
  public:
    virtual grpc::Status One(grpc::ServerContext *, const Message *, Message *);
    virtual grpc::Status Down(grpc::ServerContext *, const Message *, grpc::ServerWriter<Message> *);
  };
  template <class Base> class WithCallbackMethod_One : public Base {
  public:
    virtual grpc::ServerUnaryReactor *One(grpc::CallbackServerContext *, const Message *, Message *);
  };
  typedef WithCallbackMethod_One<Service> CallbackService;
};
} // namespace echo
