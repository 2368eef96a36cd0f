import QuizEngine
import Testing

@testable import TrainingServer

@Suite struct LaunchOptionsTests {
  private func options(_ arguments: String...) throws -> LaunchOptions {
    guard case .serve(let options) = try LaunchOptions.read(arguments) else {
      throw BadArgument.missing("serve")
    }
    return options
  }

  @Test func `what is not said has its default`() throws {
    let read = try options("--data", "d")
    #expect(read.data == "d")
    #expect(read.listen == .tcp(host: "127.0.0.1", port: 8080))
    #expect(read.courses == "./Courses")
    #expect(read.proxies.isEmpty)
    #expect(!read.isDemo)
    #expect(!read.requiresSecondFactor)
  }

  @Test func `values follow their names or an equals sign`() throws {
    let read = try options(
      "--data=d", "--listen", "[::]:9000", "--courses=C", "--trusted-proxy", "10.0.0.0/8",
      "--trusted-proxy=::1", "--host", "Thi.Example.VN", "--metrics-from", "192.168.4.7",
      "--require-second-factor")
    #expect(read.requiresSecondFactor)
    #expect(read.listen == .tcp(host: "::", port: 9000))
    #expect(read.proxies.count == 2)
    #expect(read.monitors == [AddressRange("192.168.4.7")])
    #expect(read.hosts == ["thi.example.vn"])
  }

  @Test(
    arguments: [
      ([], .missing("--data")), (["--data"], .valueMissing("--data")),
      (["--data", "--demo"], .valueMissing("--data")), (["--data="], .valueMissing("--data")),
      (["x"], .unknown("x")), (["--data", "d", "--no"], .unknown("--no")),
      (["--data", "d", "--listen", "80"], .badListen("80")),
      (["--data", "d", "--listen", "a:b"], .badListen("a:b")),
      (["--data", "d", "--listen", "a:65536"], .badListen("a:65536")),
      (["--data", "d", "--listen", "::1:80"], .badListen("::1:80")),
      (["--data", "d", "--trusted-proxy", "10.0.0.0/33"], .badProxy("10.0.0.0/33")),
      (["--data", "d", "--metrics-from", "prometheus"], .badMonitor("prometheus")),
      (["--data", "d", "--demo=yes"], .unknown("=yes")),
      (["--data", "d", "--demo", "--listen", "0.0.0.0:80"], .demoInPublic),
      (["--data", "d", "--demo", "--listen", "192.168.1.2:80"], .demoInPublic),
    ] as [([String], BadArgument)])
  func `misuse is named`(arguments: [String], fault: BadArgument) {
    #expect(throws: fault) { try LaunchOptions.read(arguments) }
    for language in Language.allCases { #expect(!fault.text[language].isEmpty) }
  }

  @Test(arguments: ["127.0.0.1:0", "127.8.8.8:80", "localhost:80", "[::1]:80"])
  func `demo data stay on this machine`(listen: String) throws {
    #expect(try options("--data", "d", "--demo", "--listen", listen).isDemo)
  }

  @Test func `help and version win`() throws {
    #expect(try LaunchOptions.read(["--help", "--no"]) == .help)
    #expect(try LaunchOptions.read(["--version"]) == .version)
  }

  @Test func `a loopback server answers for this machine's names only`() throws {
    let local = try #require(HostNames.known(try options("--data", "d")))
    #expect(local("localhost"))
    #expect(local("[::1]"))
    #expect(!local("evil.example"))
    let named = try #require(
      HostNames.known(try options("--data", "d", "--listen", "0.0.0.0:80", "--host", "thi.vn")))
    #expect(named("thi.vn"))
    #expect(!named("khac.vn"))
    #expect(HostNames.known(try options("--data", "d", "--listen", "0.0.0.0:80")) == nil)
    #expect(HostNames.known(try options("--data", "d", "--trusted-proxy", "127.0.0.1")) == nil)
  }
}
