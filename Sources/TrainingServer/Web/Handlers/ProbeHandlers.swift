import QuizEngine

/// What machines ask: is it alive, may traffic come, how does it go.
enum ProbeHandlers {
  static func health(_ context: RequestContext) -> Response {
    Response(status: 200, fields: .unstoredText, body: [111, 107, 10])
  }

  /// Ready when the writer commits, the database reads, its schema is ours, the disk has room and
  /// the clock is trusted.
  static func ready(_ context: RequestContext) -> Response {
    let condition = context.site.readiness.condition(of: context.engine)
    let failing = condition.failing
    var response = Response.json(status: failing.isEmpty ? 200 : 503) { writer in
      writer.field("ready", failing.isEmpty)
      writer.key("failing")
      writer.value(.array(failing.map { .string($0.rawValue) }))
      // Strangers learn that and what, not how much.
      if isNear(context) { describe(condition, &writer) }
      if isOwnDoctor(context) { describe(context, &writer) }
    }
    if !failing.isEmpty { response.fields.append("Retry-After", "30") }
    return response
  }

  /// Not for strangers: numbers of saves tell how a contest goes.
  static func metrics(_ context: RequestContext) throws -> Response {
    guard isNear(context) else { throw RequestFault.noSuchPage }
    let signs = context.engine.vitalSigns(at: context.now)
    let text = MetricsText.make(signs?.metrics ?? context.site.metrics)
    return Response(
      status: 200,
      fields: [
        "Content-Type": "text/plain; version=0.0.4; charset=utf-8", "Cache-Control": "no-store",
      ], body: Array(text.utf8))
  }

  private static func isNear(_ context: RequestContext) -> Bool {
    Nearness.holds(context.request, monitors: context.site.settings.monitors)
  }

  private static func describe(_ condition: EngineCondition, _ writer: inout JSONWriter) {
    writer.field("schema", condition.schema ?? 0)
    writer.field("knownSchema", condition.knownSchema)
    writer.field("freeBytes", condition.freeBytes)
    writer.field("totalBytes", condition.totalBytes)
    writer.field("reserveHeld", condition.isReserveHeld)
  }

  /// `trainctl data doctor --url` got the key of this run over the control socket.
  private static func isOwnDoctor(_ context: RequestContext) -> Bool {
    guard let key = context.engine.instruments.serving?.probeKey,
      let given = context.request.fields["x-training-probe"]
    else { return false }
    return equalInConstantTime(Array(given.utf8), Array(key.utf8))
  }

  /// How the doctor's question arrived here.
  private static func describe(_ context: RequestContext, _ writer: inout JSONWriter) {
    let arrival = context.arrival
    writer.key("arrival")
    writer.beginObject()
    writer.field("scheme", arrival.isSecure ? "https" : "http")
    writer.field("host", context.request.authority?.host ?? "")
    writer.field("client", arrival.client)
    writer.field("peer", context.request.peer.address)
    writer.field("forwarded", arrival.isForwarded)
    writer.endObject()
  }
}
