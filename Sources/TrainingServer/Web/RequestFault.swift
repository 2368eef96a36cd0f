import QuizEngine

/// What is wrong with a request as such, before any rule of the domain is asked.
enum RequestFault: Error, Hashable, Sendable {
  case noSuchPage
  case methodNotAllowed([Method])
  /// The body is not of the media type that the route reads.
  case mediaType(expected: String)
  /// A body that cannot be read at all.
  case malformedBody(LocalizedText)
  /// A member or field that should not be there, is missing or has the wrong form.
  case badMember(String, Refusal.Complaint)
  /// A query key that occurs twice, is unknown or has a value that cannot be.
  case badQuery(String)
  /// The request comes from another site.
  case crossSite
  /// The form is older than the session, or was not made by this server.
  case staleForm
  /// More work waits than can be done in time.
  case overloaded
  case tooLarge
}
