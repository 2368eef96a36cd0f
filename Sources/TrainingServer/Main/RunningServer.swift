import Dispatch
import Glibc
import QuizEngine

/// A server from its start to its stop.
final class RunningServer: Sendable {
  /// Where people reach it.
  let address: String
  /// How people of the demo sign in.
  private let demo: DemoCards?
  private let engine: Engine
  private let site: TrainingSite
  private let server: HTTPServer
  private let control: ControlSocket
  private let ticker: Ticker
  private let care: Housekeeping

  /// Serves until SIGTERM or SIGINT; the exit status of the process.
  static func run(_ options: LaunchOptions) -> Int32 {
    SystemSetup.ignoreBrokenPipes()
    SystemSetup.makeRoomForDescriptors()
    let stops = StopSignal()
    let supervisor = Supervisor.ofProcess()
    do {
      let running = try RunningServer(options, supervisor)
      Console.say(running.address)
      if let cards = running.demo { Console.say(cards.summary) }
      if running.engine.environment.clock?.doubtfulSince != nil {
        Console.complain(ClockOperation.doubt)
      }
      supervisor.tell(.ready)
      stops.wait()
      supervisor.tell(.stopping)
      running.stop()
      return 0
    } catch {
      for text in StartFailure.texts(of: error) { Console.complain(text) }
      return 1
    }
  }

  private init(_ options: LaunchOptions, _ supervisor: Supervisor) throws {
    let environment = Environment(FolderClock(.machine))
    let catalogue = try Catalogue.read(root: options.courses)
    let log = EventLog(run: environment.entropy())
    let engine = try Engine(
      folder: options.data, catalogue: catalogue, environment: environment,
      isPaced: !options.isDemo
    ) { Self.end(after: $0, log, at: environment.now()) }
    let site = TrainingSite(
      engine: engine,
      settings: SiteSettings(
        proxies: options.proxies, monitors: options.monitors, isDemo: options.isDemo,
        requiresSecondFactor: options.requiresSecondFactor, printer: .found(),
        cores: sysconf(Int32(_SC_NPROCESSORS_ONLN)), logsRequests: options.logsRequests),
      log: log)
    let server = HTTPServer(configuration: Self.configuration(options, site)) {
      site.handle($0, $1)
    }
    do {
      // Before the first backup wants it; on a full disk that can wait.
      do { try engine.backupKey() } catch {
        log.write(.failure(.disk, error), at: environment.now())
      }
      // Whoever finds the server answering finds the cards written; only a port that the system
      // chooses is not known before.
      let known = try options.demoAddress.map { try DemoCards(engine, $0) }
      let address = "http://" + options.listen.text(port: try server.start())
      self.address = address
      demo = try options.isDemo ? known ?? DemoCards(engine, address) : nil
      control = try ControlSocket(engine: engine, log: log)
    } catch {
      engine.close()
      throw error
    }
    site.serve { server.traffic }
    (self.engine, self.site, self.server) = (engine, site, server)
    ticker = Ticker(engine) { log.write(.failure(.ticker, $0), at: environment.now()) }
    Self.tellStart(address, engine, log)
    care = Housekeeping(engine: engine, log: log, supervisor: supervisor)
  }

  /// Stops accepting, finishes what runs, checkpoints; ten seconds at most.
  private func stop() {
    // What is acknowledged is on disk already: being cut off here loses nothing.
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(9500)) { _exit(0) }
    site.log.write(LogLine(.stopping), at: engine.environment.now())
    server.stop(deadline: 6000)
    control.stop()
    site.stop()
    care.stop()
    ticker.stop()
    engine.close()
    site.log.write(LogLine(.stopped), at: engine.environment.now())
    site.log.stop()
  }
}

extension RunningServer {
  private static func configuration(
    _ options: LaunchOptions, _ site: TrainingSite
  ) -> HTTPServer.Configuration {
    let now = site.engine.environment.now
    var configuration = HTTPServer.Configuration(address: options.listen) { now().milliseconds }
    // One loop fills one core before the writer does; more than four only wait for it.
    configuration.loops = max(1, min(4, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    configuration.everyAnswer = SecurityFields.everyAnswer
    configuration.admit = { site.admit($0) }
    let proxies = options.proxies
    configuration.isTrustedAddress = { address in
      address == "127.0.0.1" || address == "::1" || proxies.contains { $0.contains(address) }
    }
    configuration.isProxy = { address in proxies.contains { $0.contains(address) } }
    configuration.isKnownHost = HostNames.known(options)
    configuration.name = { site.name($0) }
    let log = site.log
    configuration.report = { notice in
      var line = LogLine(.connection, .warning)
      line.add("notice", String(describing: notice))
      log.write(line, at: now())
    }
    return configuration
  }

  private static func tellStart(_ address: String, _ engine: Engine, _ log: EventLog) {
    var line = LogLine(.started)
    line.add("version", Usage.version)
    line.add("address", address)
    line.add("data", engine.folder.path)
    line.add("pid", Int(getpid()))
    line.add("sqlite", SQLiteVersion.linked.text)
    log.write(line, at: engine.environment.now())
  }

  /// The disk failed: nothing may be acknowledged any more, and the supervisor starts us again.
  private static func end(after error: StorageError, _ log: EventLog, at now: Instant) {
    log.write(.failure(.fatal, error), at: now)
    log.stop()
    _exit(1)
  }
}

/// Which host names the server answers for.
enum HostNames {
  /// Nil answers for every name: on a network without `--host`, or behind a proxy that checks.
  static func known(_ options: LaunchOptions) -> (@Sendable (String) -> Bool)? {
    let local = ["localhost", "127.0.0.1", "[::1]"]
    guard options.hosts.isEmpty else {
      let names = Set(options.hosts + local)
      return { names.contains($0) }
    }
    // A page elsewhere could point its own name at this machine (DNS rebinding).
    guard options.listen.isLoopback, options.proxies.isEmpty else { return nil }
    guard case .tcp(let host, _) = options.listen else { return nil }
    let names = Set(local + [host])
    return { names.contains($0) }
  }
}

extension ListenAddress {
  /// The address with the port that the kernel gave.
  func text(port: UInt16) -> String {
    guard case .tcp(let host, _) = self else { return text }
    return ListenAddress.tcp(host: host, port: port).text
  }
}
