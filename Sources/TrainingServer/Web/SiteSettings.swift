/// What the person who started the server decided.
struct SiteSettings: Sendable {
  var proxies: [AddressRange] = []
  /// From where else than this machine `/metrics` may be read.
  var monitors: [AddressRange] = []
  /// Demo data: neither wrong passwords nor saves are slowed down, so that anybody can load it.
  var isDemo = false
  /// Organizers, admins and auditors do their work only with two-step sign-in on.
  var requiresSecondFactor = false
  /// Microseconds after which a sign-in that still waits for its hash is told to come again.
  var signInPatience: Int64 = 9_000_000
  /// Makes files of certificates.
  var printer = PaperPrinter(program: nil)
  /// How many the machine has.
  var cores = 1
  /// Every request gets a line in the log and an id in its answer, not only those with trouble.
  var logsRequests = false
}
