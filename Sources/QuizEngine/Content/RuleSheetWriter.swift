extension RuleSheet {
  /// The sheet as JSON that `RuleSheetReader` reads back to the same value.
  package var json: JSON {
    var members: [JSONObject.Member] = [
      .init(key: "slug", value: .string(slug)),
      .init(key: "title", value: title.json),
      .init(key: "summary", value: summary.json),
      .init(key: "eligibility", value: eligibility.json),
      .init(key: "rounds", value: .array(rounds.map(\.json))),
      .init(key: "paper", value: blueprint.json),
      .init(key: "attempt", value: attempt.json),
      .init(key: "scoring", value: scoring.json),
    ]
    if let prediction { members.append(.init(key: "prediction", value: prediction.json)) }
    members += [
      .init(key: "ranking", value: ranking.json),
      .init(
        key: "feedback",
        value: .object([
          "score": .string(feedback.score.rawValue), "answers": .string(feedback.answers.rawValue),
        ])),
      .init(
        key: "board",
        value: .object(["reveal": .string(board.reveal.rawValue), "top": .int(board.top)])),
    ]
    if let training {
      members.append(
        .init(
          key: "training",
          value: .object([
            "lessons": .array(training.lessons.map(JSON.string)),
            "periods": .int(training.periods),
          ])))
    }
    return .object(JSONObject(members))
  }
}

extension LocalizedText {
  package var json: JSON { .object(["vi": .string(vietnamese), "en": .string(english)]) }
}

extension Round {
  fileprivate var json: JSON {
    .object([
      "title": title.json, "opens": .string(window.opens.iso8601),
      "closes": .string(window.closes.iso8601),
    ])
  }
}

extension Eligibility {
  fileprivate var json: JSON {
    var object = JSONObject([
      .init(key: "roles", value: .array(roles.sorted().map { .string($0.rawValue) }))
    ])
    object["minimumAge"] = minimumAge.map(JSON.int)
    object["maximumAge"] = maximumAge.map(JSON.int)
    return .object(object)
  }
}

extension Blueprint {
  fileprivate var json: JSON {
    .object([
      "bank": .string(bank),
      "draws": .array(
        draws.map { draw in
          var object = JSONObject([.init(key: "count", value: .int(draw.count))])
          object["topic"] = draw.topic.map(JSON.string)
          object["level"] = draw.level.map(JSON.int)
          return .object(object)
        }), "shuffleItems": .bool(shufflesItems), "shuffleOptions": .bool(shufflesOptions),
    ])
  }
}

extension AttemptTerms {
  fileprivate var json: JSON {
    var object = JSONObject()
    object["minutes"] = duration.map { .int(Int($0.milliseconds / 60_000)) }
    object["limit"] = limit.map(JSON.int)
    object["lateStart"] = .string(lateStart.rawValue)
    object["timeBasis"] = .string(timeBasis.rawValue)
    return .object(object)
  }
}

extension Scoring {
  fileprivate var json: JSON {
    var object = JSONObject()
    object["pointsPerItem"] = .string(perItem.text())
    object["multiple"] = .string(multiple.rawValue)
    object["passMark"] = passMark.map { .string($0.text()) }
    return .object(object)
  }
}

extension PredictionTerms {
  fileprivate var json: JSON {
    .object([
      "target": .string(target.rawValue), "question": question.json, "minimum": .int(minimum),
      "maximum": .int(maximum),
    ])
  }
}

extension RankingTerms {
  fileprivate var json: JSON {
    .object([
      "counted": .string(counted.rawValue), "requireAllCorrect": .bool(requiresAllCorrect),
      "keys": .array(
        keys.map {
          .object([
            "key": .string($0.measure.rawValue), "order": .string($0.order.rawValue),
          ])
        }),
    ])
  }
}
