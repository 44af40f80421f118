// Host names and addresses.
#pragma once

#include <string>

namespace demo {

/// The first address of \p Host as text, empty if it has none. Asks the name
/// server and waits for the answer.
std::string addressOf(const std::string &Host);

} // namespace demo
