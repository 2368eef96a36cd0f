import QuizEngine

/// What is wrong with one field of a form.
struct FieldError: Sendable {
  /// The field's `id`, which is also its name.
  let field: String
  let message: LocalizedText
}

/// A labelled control with its hint and its error, tied together for readers aloud.
struct Field: Sendable {
  let id: String
  let label: String
  var hint: String?
  var value = ""
  var type = InputType.text
  var isRequired = true
  /// RFC-free text of the `autocomplete` attribute (HTML, 4.10.18.7).
  var autocomplete = "off"
  var maximumLength: Int?

  enum InputType: String, Sendable {
    case text, password, search, number, date
    case moment = "datetime-local"
  }
}

/// A one-line input.
func inputField(_ field: Field, _ errors: [FieldError], _ chrome: Chrome) -> HTML {
  labelled(
    field.id, field.label, hint: field.hint, isRequired: field.isRequired, errors, chrome
  ) { described in
    """
    <input id="\(field.id)" name="\(field.id)" type="\(field.type.rawValue)" value="\(field.value)" \
    autocomplete="\(field.autocomplete)" autocapitalize="none" spellcheck="false"\
    \(field.maximumLength.map { #" maxlength="\#($0)""# })\
    \(field.isRequired ? " required" : nil)\(described)>
    """
  }
}

/// One choice among few words.
func selectField(
  _ id: String, _ label: String, hint: String? = nil, options: [SelectOption],
  _ errors: [FieldError], _ chrome: Chrome, isRequired: Bool = true, mayWait: Bool = false
) -> HTML {
  // What may be answered later is not called optional.
  labelled(id, label, hint: hint, isRequired: isRequired || mayWait, errors, chrome) { described in
    """
    <select id="\(id)" name="\(id)"\(isRequired ? " required" : nil)\(described)>\
    \(HTML.joined(options) { option in
      """
      <option value="\(option.value)"\(option.isChosen ? " selected" : nil)>\(option.text)</option>
      """
    })</select>
    """
  }
}

/// A file from the person's device.
func fileField(
  _ id: String, _ label: String, hint: String? = nil, accept: String, allowsSeveral: Bool = false,
  _ errors: [FieldError], _ chrome: Chrome
) -> HTML {
  labelled(id, label, hint: hint, isRequired: true, errors, chrome) { described in
    """
    <input id="\(id)" name="\(id)" type="file" accept="\(accept)" required\
    \(allowsSeveral ? " multiple" : nil)\(described)>
    """
  }
}

/// One line of a select.
struct SelectOption: Sendable {
  let value: String
  let text: String
  var isChosen = false
}

private func labelled(
  _ id: String, _ label: String, hint: String?, isRequired: Bool, _ errors: [FieldError],
  _ chrome: Chrome, _ control: (HTML) -> HTML
) -> HTML {
  let message = errors.first { $0.field == id }.map { chrome[$0.message] }
  var ids: [String] = []
  if hint != nil { ids.append("\(id)-hint") }
  if message != nil { ids.append("\(id)-error") }
  let described: HTML =
    ids.isEmpty ? .empty : #" aria-describedby="\#(ids.joined(separator: " "))""#
  let invalid: HTML = message == nil ? .empty : #" aria-invalid="true""#
  return """
    <div class="field\(message == nil ? nil : " wrong")">
    <label for="\(id)">\(label)\(isRequired ? nil : optionalMark(chrome))</label>
    \(hint.map { #"<p class="hint" id="\#(id)-hint">\#($0)</p>"# })
    \(message.map { errorLine(id, $0) })
    \(control(described + invalid))
    </div>
    """
}

private func optionalMark(_ chrome: Chrome) -> HTML {
  #" <span class="optional">(\#(chrome.say(Words.page).optional))</span>"#
}

/// The message at its field.
func errorLine(_ id: String, _ message: String) -> HTML {
  #"<p class="error" id="\#(id)-error">\#(Icon.wrong.svg)<span>\#(message)</span></p>"#
}

/// All that is wrong in a form, at its top, with links to the fields.
///
/// - Parameters:
///   - place: what of the page the form is, where the page holds more.
///   - kept: what the person need not do again.
///   - id: where the form's address leads, so that the summary has the focus without script too.
func errorSummary(
  _ errors: [FieldError], _ chrome: Chrome, place: String? = nil, kept: String? = nil,
  id: String? = nil
) -> HTML? {
  guard !errors.isEmpty else { return nil }
  return """
    <div class="summary" role="alert" tabindex="-1"\(id.map { #" id="\#($0)""# })>\
    <h2>\(chrome.say(Words.page).toCorrect(errors.count, in: place))</h2>
    <ul>\(HTML.joined(errors) { error in
      ##"<li><a href="#\##(error.field)">\##(chrome[error.message])</a></li>"##
    })</ul>\(kept.map { "<p>\($0)</p>" })</div>
    """
}
