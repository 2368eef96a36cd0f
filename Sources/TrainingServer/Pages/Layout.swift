import QuizEngine

/// What a page says of its frame.
struct Frame: Sendable {
  /// Names the page in the tab and in the list of visits.
  let title: String
  var width = Width.reading
  var back: Link?
  var scripts: [Asset] = []
  /// Replaces the site's own head; the exam has its clock there.
  var bar: HTML?
  /// The form in it came back: the title says so first.
  var hasErrors = false

  enum Width: String, Sendable {
    case reading, wide, exam, paper
  }
}

/// The whole document around the page's own content.
func document(_ frame: Frame, _ chrome: Chrome, _ content: HTML) -> HTML {
  let say = chrome.say(Words.page)
  return """
    <!DOCTYPE html>
    <html lang="\(chrome.language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(frame.hasErrors ? say.errorTitle + " " : "")\(frame.title) – \(say.siteName)</title>
    <link rel="icon" href="\(Assets.mark.route)" type="image/svg+xml">
    <link rel="manifest" href="\(Assets.manifest.route)">
    <link rel="stylesheet" href="\(Assets.styles.route)">
    \(HTML.joined([Assets.site] + frame.scripts) { asset in
      #"<script type="module" src="\#(asset.route)"></script>\#n"#
    })</head>
    <body class="\(frame.width.rawValue)" data-close="\(say.close)" data-open="\(say.openLaw)" \
    data-loading="\(say.loading)" data-offline="\(say.offline)" data-worker="\(Route.worker)">
    <a class="skip" href="#main">\(say.skip)</a>
    \(frame.bar ?? siteHead(chrome))
    <main id="main" tabindex="-1">
    \(chrome.flash.map { banner($0.tone, .escaped(chrome[$0.text]), live: true) })\
    \(frame.back.map(backLink))
    \(content)
    </main>
    \(siteFoot(chrome, isQuiet: frame.bar != nil))
    </body>
    </html>

    """
}

private func backLink(_ link: Link) -> HTML {
  """
  <p class="back"><a href="\(link.route)">\(Icon.left.svg)\(link.text)</a></p>
  """
}

private func siteHead(_ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.page)
  return """
    <header class="head">
    <div class="head-in">
    <a class="brand" href="\(Route.home)">\(Mark.inline)<span>\(say.siteName)</span></a>
    \(chrome.viewer == nil ? nil : siteNav(chrome))
    \(accountLink(chrome))
    </div>
    </header>
    """
}

private func accountLink(_ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.page)
  guard let viewer = chrome.viewer else {
    guard chrome.route != .signIn else { return .empty }
    let way = chrome.isPublicPage ? Route.signIn(next: chrome.route) : Route.signIn
    return #"<a class="account" href="\#(way)">\#(Icon.key.svg)\#(say.signIn)</a>"#
  }
  return """
    <a class="account" href="\(Route.me)">\(Icon.person.svg)\
    <span class="aloud">\(say.account): </span>\(givenName(viewer.name))</a>
    """
}

/// The last word of a Vietnamese name, by which people are called.
func givenName(_ name: String) -> String {
  name.split(separator: " ").last.map(String.init) ?? name
}

private func siteNav(_ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.page)
  var links: [(Icon, Link)] = [
    (.home, Link(say.home, .home)), (.book, Link(say.courses, .courses)),
    (.trophy, Link(say.contests, .contests)),
  ]
  if !chrome.speaksToPupil { links.append((.people, Link(say.cohorts, .cohorts))) }
  if chrome.has(.organizer, .admin) {
    links.append((.tools, Link(say.manage, .manage)))
  } else if chrome.has(.auditor) {
    links.append((.list, Link(say.audit, .audit)))
  }
  return """
    <nav class="nav" aria-label="\(say.mainMenu)"><ul>\(HTML.joined(links) { icon, link in
      """
      <li><a href="\(link.route)"\(isInside(chrome.route, link.route) ? current : nil)>\
      \(icon.svg)<span>\(link.text)</span></a></li>
      """
    })</ul></nav>
    """
}

private let current: HTML = #" aria-current="page""#

private func isInside(_ route: Route, _ section: Route) -> Bool {
  section == .home ? route == .home : route.path.hasPrefix(section.path)
}

private func siteFoot(_ chrome: Chrome, isQuiet: Bool) -> HTML {
  let say = chrome.say(Words.page)
  let adult = chrome.speaksToPupil ? say.adultForPupils : say.adultForStaff
  return """
    <footer class="foot"><div class="foot-in">
    <p class="lifeline"><strong>\(say.needHelp)</strong> \(say.childLine) \
    <a href="tel:111">111</a> · \(say.police) <a href="tel:113">113</a> · \(adult)</p>
    \(isQuiet ? nil : footLinks(chrome))
    </div></footer>
    """
}

private func footLinks(_ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.page)
  return """
    <ul class="foot-links"><li><a href="\(Route.help)">\(say.help)</a></li>\
    <li><a href="\(Route.verify)">\(say.verify)</a></li></ul>
    \(form(
      .language, chrome, kind: "languages",
      """
      <input type="hidden" name="next" value="\(chrome.route)">
      \(Icon.globe.svg)<span class="aloud">\(say.languages):</span>
      \(HTML.joined(Language.allCases) { language in
        languageButton(language, isCurrent: language == chrome.language)
      })
      """))
    """
}

private func languageButton(_ language: Language, isCurrent: Bool) -> HTML {
  let name = language == .vietnamese ? "Tiếng Việt" : "English"
  return """
    <button class="link" name="language" value="\(language.rawValue)" \
    lang="\(language.rawValue)"\(isCurrent ? #" aria-current="true""# : nil)>\(name)</button>
    """
}
