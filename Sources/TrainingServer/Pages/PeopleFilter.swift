import QuizEngine

/// The search box and the choice of a class above a list of people; a plain form whose answers
/// stand in the address.
struct PeopleFilter: Sendable {
  let action: Route
  var search = ""
  /// Code of the chosen class.
  var unit: String?
  let units: [SelectOption]
  /// What else the address says and the form keeps.
  var kept: [(name: String, value: String)] = []
}

func peopleFilter(_ model: PeopleFilter, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.staff)
  let chosen = model.units.map {
    SelectOption(value: $0.value, text: $0.text, isChosen: $0.value == model.unit)
  }
  return """
    <form class="form people-filter" method="get" action="\(model.action)" role="search">
    \(HTML.joined(model.kept) { field in
      #"<input type="hidden" name="\#(field.name)" value="\#(field.value)">"#
    })
    \(inputField(
      Field(
        id: "q", label: say.search, hint: say.searchHint, value: model.search, type: .search,
        isRequired: false, maximumLength: 60), [], chrome))
    \(model.units.count > 1
      ? selectField(
        "class", say.className,
        options: [SelectOption(value: "", text: say.allClasses)] + chosen, [], chrome,
        isRequired: false)
      : nil)
    \(submitButton(say.show, kind: "quiet"))
    </form>
    """
}
