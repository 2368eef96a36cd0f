/// Fields that every answer carries (OWASP ASVS 5.0, 3.4 and 14.3).
enum SecurityFields {
  static let everyAnswer: HeaderFields = [
    "Content-Security-Policy": contentPolicy,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy":
      "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
  ]

  /// A year, for all names below ours; only true where TLS is.
  static let strictTransport = "max-age=31536000; includeSubDomains"

  /// What a browser forgets when somebody signs out; not its storage, where answers may wait that
  /// were never sent.
  static let forgetting = #""cache", "cookies""#

  /// Everything comes from this server, and nothing stands in the page itself.
  private static let contentPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    + "font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    + "frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'"
}
