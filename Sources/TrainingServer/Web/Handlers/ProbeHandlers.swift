import QuizEngine

/// What machines ask: is it alive, may traffic come, how does it go.
enum ProbeHandlers {
  static func health(_ context: RequestContext) -> Response {
    Response(
      status: 200,
      fields: ["Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store"],
      body: [111, 107, 10])
  }

  /// Ready when the database reads, the writer commits, the disk has room and the clock is trusted.
  static func ready(_ context: RequestContext) throws -> Response {
    let condition = try context.engine.condition()
    let hasTime = context.engine.environment.clock?.doubtfulSince == nil
    let isReady = condition.freeBytes > ReserveFile.defaultSize && hasTime
    var response = Response.json(status: isReady ? 200 : 503) { writer in
      writer.field("ready", isReady)
      writer.field("clockTrusted", hasTime)
      writer.field("freeBytes", condition.freeBytes)
      writer.field("totalBytes", condition.totalBytes)
      writer.field("reserveHeld", condition.isReserveHeld)
    }
    if !isReady { response.fields.append("Retry-After", "30") }
    return response
  }

  /// Not for strangers behind the proxy: numbers of saves tell how a contest goes.
  static func metrics(_ context: RequestContext) throws -> Response {
    guard !context.arrival.isForwarded else { throw RequestFault.noSuchPage }
    let text = MetricsText.make(context.site)
    return Response(
      status: 200,
      fields: [
        "Content-Type": "text/plain; version=0.0.4; charset=utf-8", "Cache-Control": "no-store",
      ], body: Array(text.utf8))
  }
}
