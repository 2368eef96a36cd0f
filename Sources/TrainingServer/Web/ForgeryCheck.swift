/// Whether another site may have made a browser send a request (OWASP ASVS 5.0, 3.5.1).
enum ForgeryCheck {
  /// Refuses a request that changes something unless this site itself made it.
  ///
  /// Browsers say where a request comes from in Sec-Fetch-Site, older ones in Origin; neither can
  /// be set by a page. Programs with a bearer token are exempt, because no page can add one; those
  /// without any credential need no field, unless they post a form.
  static func check(
    _ request: Request, _ credential: Credential, isForm: Bool, isSecure: Bool
  ) throws(RequestFault) {
    switch request.method {
    case .get, .head, .options, .trace, .connect: return
    case .post, .put, .patch, .delete: break
    }
    if case .bearer = credential { return }
    if let isOwn = request.value(
      .secFetchSite, { $0.equals("same-origin") || $0.equals("none") })
    {
      guard isOwn else { throw .crossSite }
      return
    }
    guard request.has(.origin) else {
      if case .none = credential, !isForm { return }
      throw .crossSite
    }
    guard let own = ownOrigin(of: request, isSecure: isSecure),
      request.value(.origin, { $0.map(\.lowercased).elementsEqual(own.utf8) }) == true
    else { throw .crossSite }
  }

  /// Scheme, host and port as a browser writes them: without the scheme's own port.
  private static func ownOrigin(of request: Request, isSecure: Bool) -> String? {
    guard let authority = request.authority else { return nil }
    let scheme = isSecure ? "https" : "http"
    guard let port = authority.port, port != (isSecure ? 443 : 80) else {
      return "\(scheme)://\(authority.host)"
    }
    return "\(scheme)://\(authority.host):\(port)"
  }
}
