#include "tests/cli/program.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace rxgraph::cli::testing {
namespace {

[[noreturn]] void become(const std::vector<std::string>& words, const Setting& setting, const std::string& in, const std::string& out, const std::string& error) {
  const auto attach = [](const std::string& path, int flags, int number) {
    const int opened = ::open(path.c_str(), flags, 0600);
    if (opened < 0 || ::dup2(opened, number) < 0) ::_exit(126);
  };
  attach(in, O_RDONLY, STDIN_FILENO);
  attach(out, O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
  attach(error, O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
  if (!setting.folder.empty() && ::chdir(setting.folder.c_str()) != 0) ::_exit(126);
  if (setting.unprivileged && ::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(126);
  ::unsetenv("RXGRAPH");
  for (const auto& [name, value] : setting.environment) ::setenv(name.c_str(), value.c_str(), 1);
  std::vector<char*> arguments = {const_cast<char*>(RXGRAPH_PROGRAM)};
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  ::execv(RXGRAPH_PROGRAM, arguments.data());
  ::_exit(127);
}

int wait_for(pid_t child, const Setting& setting) {
  const auto began = std::chrono::steady_clock::now();
  auto started = began;
  bool waits = !setting.started_by.empty();
  bool signalled = false;
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    const auto now = std::chrono::steady_clock::now();
    const std::chrono::duration<double> passed = now - began;
    if (waits && std::filesystem::exists(setting.started_by)) {
      waits = false;
      started = now;
    }
    if (!signalled && !waits && setting.kill_after > 0 && std::chrono::duration<double>(now - started).count() >= setting.kill_after) {
      ::kill(child, setting.signal_after != 0 ? setting.signal_after : SIGKILL);
      signalled = true;
    }
    if (passed.count() > 120) ::kill(child, SIGKILL);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Ran run(const std::vector<std::string>& words, const Setting& setting) {
  const TemporaryFolder folder;
  const std::string in = folder.write("in", setting.in);
  const std::string out = setting.output.empty() ? folder.path("out") : setting.output;
  const std::string error = folder.path("error");
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) become(words, setting, in, out, error);
  Ran ran;
  ran.code = wait_for(child, setting);
  ran.out = setting.output.empty() ? content_of(out) : std::string();
  ran.error = content_of(error);
  return ran;
}

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "rxgraph-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a folder like " + pattern);
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(std::string_view name, std::string_view content) const {
  std::ofstream out(path(name), std::ios::binary);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + path(name));
  return path(name);
}

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

std::string samples() { return std::string(RXGRAPH_SOURCE_DIR) + "/samples"; }
std::string sample(std::string_view name) { return samples() + "/" + std::string(name); }
bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }
std::size_t lines_of(std::string_view text) { return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')); }

}  // namespace rxgraph::cli::testing
