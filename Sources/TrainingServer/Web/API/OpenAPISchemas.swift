import QuizEngine

/// The shapes of the API as JSON Schema 2020-12.
enum OpenAPISchemas {
  /// Null only if the text below were no JSON, which its test rules out.
  static let all: JSON = {
    do { return try JSON(Array(text.description.utf8)) } catch { return .null }
  }()

  private static let text: StaticString = #"""
    {
      "Id": {"type": "string", "pattern": "^[0-7][0-9a-hjkmnp-tv-z]{25}$"},
      "Instant": {"type": "string", "format": "date-time"},
      "OptionalInstant": {"type": ["string", "null"], "format": "date-time"},
      "Empty": {"type": "object", "additionalProperties": false},
      "Letter": {"type": "string", "pattern": "^[a-z]$"},
      "Response": {"oneOf": [{"$ref": "#/components/schemas/Letter"},
        {"type": "array", "items": {"$ref": "#/components/schemas/Letter"},
          "maxItems": 26, "uniqueItems": true}, {"type": "null"}]},
      "Problem": {"type": "object", "required": ["type", "title", "status", "detail"],
        "properties": {"type": {"type": "string"}, "title": {"type": "string"},
          "status": {"type": "integer"}, "detail": {"type": "string"},
          "incident": {"type": "string"}}},
      "SignIn": {"oneOf": [
        {"type": "object", "required": ["card"], "additionalProperties": false,
          "properties": {"card": {"type": "string"}, "code": {"type": "string"}}},
        {"type": "object", "required": ["username", "password"], "additionalProperties": false,
          "properties": {"username": {"type": "string"}, "password": {"type": "string"},
            "code": {"type": "string"}}}]},
      "Person": {"type": "object", "required": ["id", "name", "roles", "unit"], "properties": {
        "id": {"$ref": "#/components/schemas/Id"}, "name": {"type": "string"},
        "roles": {"type": "array", "items": {
          "enum": ["student", "teacher", "organizer", "admin", "auditor"]}},
        "unit": {"type": "object", "required": ["id", "name", "school"], "properties": {
          "id": {"$ref": "#/components/schemas/Id"}, "name": {"type": "string"},
          "school": {"type": "string"}}}}},
      "SignedIn": {"type": "object", "required": ["token", "person"], "properties": {
        "token": {"type": "string"}, "expiresAt": {"$ref": "#/components/schemas/Instant"},
        "person": {"$ref": "#/components/schemas/Person"}}},
      "Me": {"allOf": [{"$ref": "#/components/schemas/Person"}, {"type": "object",
        "required": ["cohorts", "serverTime"], "properties": {
          "cohorts": {"type": "array", "items": {"type": "object",
            "required": ["id", "name", "membership"], "properties": {
              "id": {"$ref": "#/components/schemas/Id"}, "name": {"type": "string"},
              "membership": {"enum": ["learner", "teacher"]},
              "course": {"type": ["string", "null"]},
              "dueAt": {"$ref": "#/components/schemas/OptionalInstant"}}}},
          "expiresAt": {"$ref": "#/components/schemas/Instant"},
          "serverTime": {"$ref": "#/components/schemas/Instant"}}}]},
      "Course": {"type": "object", "required": ["slug", "title", "summary", "lessons"],
        "properties": {"slug": {"type": "string"}, "title": {"type": "string"},
          "summary": {"type": "string"}, "audience": {"enum": ["student", "teacher"]},
          "grades": {"type": ["string", "null"]}, "periods": {"type": "integer"},
          "lessons": {"type": "integer"}, "lessonsDone": {"type": "integer"},
          "periodsCredited": {"type": "integer"}, "isComplete": {"type": "boolean"}}},
      "Courses": {"type": "object", "required": ["items"], "properties": {
        "items": {"type": "array", "items": {"$ref": "#/components/schemas/Course"}}}},
      "CourseDetail": {"allOf": [{"$ref": "#/components/schemas/Course"}, {"type": "object",
        "required": ["modules"], "properties": {"modules": {"type": "array", "items": {
          "type": "object", "required": ["slug", "title", "lessons"], "properties": {
            "slug": {"type": "string"}, "title": {"type": "string"},
            "periods": {"type": "integer"},
            "creditedAt": {"$ref": "#/components/schemas/OptionalInstant"},
            "lessons": {"type": "array", "items": {"type": "object",
              "required": ["slug", "title", "minutes"], "properties": {
                "slug": {"type": "string"}, "title": {"type": "string"},
                "minutes": {"type": "integer"},
                "completedAt": {"$ref": "#/components/schemas/OptionalInstant"}}}},
            "finalTest": {"type": ["object", "null"]}}}}}}]},
      "Question": {"type": "object", "required": ["kind", "prompt", "options"], "properties": {
        "kind": {"enum": ["single", "multiple"]}, "prompt": {"type": "string"},
        "promptHTML": {"type": "string"}, "options": {"type": "array", "items": {
          "type": "object", "required": ["id", "text"], "properties": {
            "id": {"$ref": "#/components/schemas/Letter"}, "text": {"type": "string"},
            "textHTML": {"type": "string"}}}}}},
      "Lesson": {"type": "object", "required": ["course", "slug", "title", "minutes", "html"],
        "properties": {"course": {"type": "string"}, "slug": {"type": "string"},
          "title": {"type": "string"}, "minutes": {"type": "integer"},
          "html": {"type": "string"}, "laws": {"type": "array", "items": {"type": "string"}},
          "completedAt": {"$ref": "#/components/schemas/OptionalInstant"},
          "tries": {"type": "integer"}, "right": {"type": "integer"},
          "asked": {"type": "integer"}, "passMark": {"type": "integer"},
          "checkpoint": {"type": ["object", "null"], "properties": {"questions": {
            "type": "array", "items": {"allOf": [{"$ref": "#/components/schemas/Question"},
              {"type": "object", "required": ["number"],
                "properties": {"number": {"type": "integer"}}}]}}}}}},
      "LessonAnswers": {"type": "object", "additionalProperties": false, "properties": {
        "answers": {"type": "array", "maxItems": 200, "items": {"type": "array",
          "items": {"$ref": "#/components/schemas/Letter"}}}}},
      "LessonResult": {"type": "object",
        "required": ["completedAt", "tries", "right", "asked", "passMark", "items"],
        "properties": {"completedAt": {"$ref": "#/components/schemas/OptionalInstant"},
          "tries": {"type": "integer"}, "right": {"type": "integer"},
          "asked": {"type": "integer"}, "passMark": {"type": "integer"},
          "items": {"type": "array", "items": {"type": "object", "properties": {
            "number": {"type": "integer"}, "isCorrect": {"type": "boolean"}, "explanation": {"type": "string"},
            "chosen": {"type": "array", "items": {"$ref": "#/components/schemas/Letter"}},
            "right": {"type": "array", "items": {"$ref": "#/components/schemas/Letter"}}}}}}},
      "Contest": {"type": "object", "required": ["id", "title", "phase", "opensAt", "closesAt"],
        "properties": {"id": {"$ref": "#/components/schemas/Id"}, "title": {"type": "string"},
          "phase": {"enum": ["upcoming", "open", "closed", "published"]},
          "opensAt": {"$ref": "#/components/schemas/Instant"},
          "closesAt": {"$ref": "#/components/schemas/Instant"}}},
      "Contests": {"type": "object", "required": ["items", "serverTime"], "properties": {
        "items": {"type": "array", "items": {"$ref": "#/components/schemas/Contest"}},
        "serverTime": {"$ref": "#/components/schemas/Instant"}}},
      "ContestState": {"allOf": [{"$ref": "#/components/schemas/Contest"}, {"type": "object",
        "required": ["serverTime"], "properties": {
          "serverTime": {"$ref": "#/components/schemas/Instant"}}}]},
      "ContestDetail": {"allOf": [{"$ref": "#/components/schemas/ContestState"},
        {"type": "object", "required": ["rounds", "itemCount", "attempts"], "properties": {
          "summary": {"type": "string"}, "rounds": {"type": "array"},
          "itemCount": {"type": "integer"}, "durationSeconds": {"type": ["integer", "null"]},
          "attemptLimit": {"type": ["integer", "null"]},
          "running": {"type": ["string", "null"]}, "obstacle": {"type": ["string", "null"]},
          "attempts": {"type": "array"}}}]},
      "Attempt": {"type": "object",
        "required": ["attempt", "contest", "state", "deadline", "serverTime", "paper", "answers"],
        "properties": {"attempt": {"$ref": "#/components/schemas/Id"},
          "contest": {"$ref": "#/components/schemas/Id"},
          "state": {"enum": ["running", "submitted", "expired"]},
          "startedAt": {"$ref": "#/components/schemas/Instant"},
          "deadline": {"$ref": "#/components/schemas/Instant"},
          "serverTime": {"$ref": "#/components/schemas/Instant"},
          "paper": {"type": "object", "required": ["items"], "properties": {"items": {
            "type": "array", "items": {"allOf": [{"$ref": "#/components/schemas/Question"},
              {"type": "object", "required": ["slot"],
                "properties": {"slot": {"type": "integer"}}}]}}}},
          "answers": {"type": "array", "items": {"type": "object",
            "required": ["slot", "revision", "response", "savedAt"], "properties": {
              "slot": {"type": "integer"}, "revision": {"type": "integer"},
              "response": {"$ref": "#/components/schemas/Response"},
              "savedAt": {"$ref": "#/components/schemas/Instant"},
              "receipt": {"type": "string"}}}},
          "prediction": {"type": ["object", "null"]},
          "closedAt": {"$ref": "#/components/schemas/Instant"}, "receipt": {"type": "string"},
          "lateDeliveries": {"type": "array",
            "items": {"$ref": "#/components/schemas/LateDelivery"}},
          "result": {"$ref": "#/components/schemas/Result"}}},
      "Result": {"type": "object", "required": ["points", "correctItems", "itemCount"],
        "properties": {"points": {"type": "string"}, "correctItems": {"type": "integer"},
          "itemCount": {"type": "integer"}, "timeUsedMilliseconds": {"type": "integer"},
          "passed": {"type": "boolean"}}},
      "LateDeliveries": {"type": "object", "required": ["sentAt", "deliveries"],
        "additionalProperties": false, "properties": {
          "sentAt": {"$ref": "#/components/schemas/Instant"},
          "deliveries": {"type": "array", "maxItems": 600, "items": {"oneOf": [
            {"$ref": "#/components/schemas/LateSave"},
            {"$ref": "#/components/schemas/LatePrediction"}]}}}},
      "LateSave": {"type": "object", "required": ["slot", "revision", "response", "chosenAt"],
        "additionalProperties": false, "properties": {
          "slot": {"type": "integer", "minimum": 1},
          "revision": {"type": "integer", "minimum": 1, "maximum": 1000000000},
          "response": {"$ref": "#/components/schemas/Response"},
          "chosenAt": {"$ref": "#/components/schemas/Instant"}}},
      "LatePrediction": {"type": "object", "required": ["revision", "value", "chosenAt"],
        "additionalProperties": false, "properties": {
          "revision": {"type": "integer", "minimum": 1, "maximum": 1000000000},
          "value": {"type": "integer", "minimum": -9007199254740991,
            "maximum": 9007199254740991},
          "chosenAt": {"$ref": "#/components/schemas/Instant"}}},
      "LateDelivery": {"type": "object",
        "required": ["revision", "chosenAt", "sentAt", "receivedAt", "claimedAt"], "properties": {
          "slot": {"type": "integer"}, "revision": {"type": "integer"},
          "response": {"$ref": "#/components/schemas/Response"}, "value": {"type": "integer"},
          "chosenAt": {"$ref": "#/components/schemas/Instant"},
          "sentAt": {"$ref": "#/components/schemas/Instant"},
          "receivedAt": {"$ref": "#/components/schemas/Instant"},
          "claimedAt": {"$ref": "#/components/schemas/Instant"}}},
      "LateDeliveriesKept": {"type": "object",
        "required": ["attempt", "counted", "lateDeliveries", "serverTime"], "properties": {
          "attempt": {"$ref": "#/components/schemas/Id"}, "counted": {"type": "boolean"},
          "lateDeliveries": {"type": "array",
            "items": {"$ref": "#/components/schemas/LateDelivery"}},
          "serverTime": {"$ref": "#/components/schemas/Instant"}}},
      "LateDeliveryList": {"type": "object", "required": ["count", "items"], "properties": {
        "count": {"type": "integer"}, "items": {"type": "array", "items": {"allOf": [
          {"$ref": "#/components/schemas/LateDelivery"}, {"type": "object",
            "required": ["attempt", "person", "unit", "round"], "properties": {
              "attempt": {"$ref": "#/components/schemas/Id"}, "person": {"type": "string"},
              "unit": {"type": "string"}, "round": {"type": "integer"}}}]}}}},
      "Save": {"type": "object", "required": ["revision", "response"],
        "additionalProperties": false, "properties": {
          "revision": {"type": "integer", "minimum": 1, "maximum": 1000000000},
          "response": {"$ref": "#/components/schemas/Response"}}},
      "Prediction": {"type": "object", "required": ["revision", "value"],
        "additionalProperties": false, "properties": {
          "revision": {"type": "integer", "minimum": 1, "maximum": 1000000000},
          "value": {"type": "integer", "minimum": -9007199254740991,
            "maximum": 9007199254740991}}},
      "Saved": {"type": "object", "required": ["revision", "savedAt", "receipt"], "properties": {
        "revision": {"type": "integer"}, "savedAt": {"$ref": "#/components/schemas/Instant"},
        "receipt": {"type": "string"}}},
      "Submission": {"type": "object", "required": ["attempt", "state", "closedAt", "receipt"],
        "properties": {"attempt": {"$ref": "#/components/schemas/Id"},
          "state": {"enum": ["submitted", "expired"]},
          "closedAt": {"$ref": "#/components/schemas/Instant"}, "receipt": {"type": "string"},
          "result": {"$ref": "#/components/schemas/Result"}}},
      "Standings": {"type": "object", "required": ["round", "items"], "properties": {
        "round": {"type": "integer"}, "items": {"type": "array", "items": {
          "$ref": "#/components/schemas/Standing"}},
        "own": {"oneOf": [{"$ref": "#/components/schemas/Standing"}, {"type": "null"}]},
        "actual": {"type": "integer"}, "counts": {"type": "object"},
        "next": {"type": "string"}}},
      "Standing": {"type": "object", "required": ["rank", "name", "school", "points"],
        "properties": {"rank": {"type": "integer"}, "name": {"type": "string"},
          "school": {"type": "string"}, "points": {"type": "string"},
          "correctItems": {"type": "integer"}, "timeUsedMilliseconds": {"type": "integer"},
          "submittedAt": {"$ref": "#/components/schemas/Instant"},
          "prediction": {"type": "integer"}, "predictionDistance": {"type": "integer"},
          "decidedBy": {"type": "string"}}},
      "Watch": {"allOf": [{"$ref": "#/components/schemas/ContestState"}, {"type": "object",
        "required": ["registered", "persons", "started", "running", "submitted"], "properties": {
          "registered": {"type": "integer"}, "persons": {"type": "integer"},
          "started": {"type": "integer"}, "running": {"type": "integer"},
          "submitted": {"type": "integer"}}}]},
      "Participants": {"type": "object", "required": ["round", "items"], "properties": {
        "round": {"type": "integer"}, "items": {"type": "array", "items": {"type": "object",
          "required": ["person", "name", "code", "class", "state", "points"], "properties": {
            "person": {"$ref": "#/components/schemas/Id"}, "name": {"type": "string"},
            "code": {"type": ["string", "null"]}, "class": {"type": ["string", "null"]},
            "state": {"enum": ["absent", "running", "finished"]},
            "points": {"type": ["string", "null"]}}}}}},
      "NewCard": {"type": "object", "required": ["name", "class", "code", "url"], "properties": {
        "name": {"type": "string"}, "class": {"type": "string"}, "code": {"type": "string"},
        "url": {"type": "string"}}},
      "Certificate": {"type": "object",
        "required": ["code", "number", "status", "holder", "unit", "courseTitle", "issuedAt"],
        "properties": {"code": {"type": "string"}, "number": {"type": "string"},
          "status": {"enum": ["valid", "revoked"]}, "holder": {"type": "string"},
          "unit": {"type": "string"}, "course": {"type": "string"},
          "courseTitle": {"type": "string"}, "periods": {"type": "integer"},
          "issuedAt": {"$ref": "#/components/schemas/Instant"},
          "revokedAt": {"$ref": "#/components/schemas/OptionalInstant"},
          "publicReason": {"type": "string"}}}
    }
    """#
}
