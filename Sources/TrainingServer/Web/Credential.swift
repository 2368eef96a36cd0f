import QuizEngine

/// What a request carries to say who asks.
enum Credential: Hashable, Sendable {
  case none
  /// Sent by a program on purpose: no other site can make a browser send it.
  case bearer(String)
  /// Sent by a browser with every request, wanted or not.
  case cookie(String)

  /// A bearer token wins over a cookie.
  init(_ request: Request, isSecure: Bool) {
    if let token = request.value(.authorization, Self.bearerToken) ?? nil {
      self = .bearer(token)
    } else if request.has(.cookie),
      let token = request.cookies[SessionCookie.name(isSecure: isSecure)], !token.isEmpty
    {
      self = .cookie(token)
    } else {
      self = .none
    }
  }

  var token: String? {
    switch self {
    case .none: nil
    case .bearer(let token), .cookie(let token): token
    }
  }

  /// The scheme is compared without case (RFC 9110 section 11.1).
  private static func bearerToken(_ value: UnsafeRawBufferPointer) -> String? {
    guard value.count > 7, value.part(0, 7).equalsIgnoringCase("bearer ") else { return nil }
    let token = value.part(7, value.count).trimmed
    guard (1...200).contains(token.count), token.allSatisfy({ (33...126).contains($0) })
    else { return nil }
    return String(decoding: token, as: UTF8.self)
  }
}

/// The cookies that this site sets.
enum SessionCookie {
  /// Browsers keep the prefix `__Host-` for https, this host and no other path (RFC 6265bis 4.1.3).
  static func name(isSecure: Bool) -> String { isSecure ? "__Host-sid" : "sid" }

  /// Ends with the browser: school computers are shared.
  static func set(_ token: String, isSecure: Bool) -> String {
    "\(name(isSecure: isSecure))=\(token); Path=/; HttpOnly; SameSite=Lax"
      + (isSecure ? "; Secure" : "")
  }

  static func clear(isSecure: Bool) -> String {
    set("", isSecure: isSecure) + "; Max-Age=0"
  }

  static func deviceName(isSecure: Bool) -> String { isSecure ? "__Host-device" : "device" }

  /// That an account signed in on this device, kept for a year; opens nothing (see `DeviceToken`).
  static func device(_ token: String, isSecure: Bool) -> String {
    "\(deviceName(isSecure: isSecure))=\(token); Path=/; HttpOnly; SameSite=Strict; "
      + "Max-Age=31536000" + (isSecure ? "; Secure" : "")
  }

  /// The chosen language, kept for a year.
  static func language(_ language: Language, isSecure: Bool) -> String {
    "lang=\(language.rawValue); Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000"
      + (isSecure ? "; Secure" : "")
  }
}
