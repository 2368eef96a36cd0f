import QuizEngine

/// A certificate of completion on A4 landscape.
struct CertificatePage: Sendable {
  let certificate: Certificate
  /// The body above the issuing one, if it is to be named.
  var parentBody: String?
  let issuingBody: String
  /// Town or commune for the date line.
  var place: String?
  var signer: Signer?
  /// Leads to the public check.
  let qr: HTML
  /// The check page's full address as people type it.
  let checkAddress: String
  /// Whether this machine can make a PDF.
  var hasPDF = false

  struct Signer: Sendable {
    let title: String
    let name: String
  }
}

/// The heading follows Decree 30/2020/ND-CP, annex I: the body at the left, the nation at the right.
func certificatePage(_ model: CertificatePage, _ chrome: Chrome) -> HTML {
  let say = chrome.say(Words.paper)
  let page = chrome.say(Words.page)
  return document(
    Frame(
      title: "\(say.certificate) \(model.certificate.number)", width: .paper,
      back: Link(say.back, .me)), chrome,
    """
    <h1 class="aloud">\(say.certificate) \(model.certificate.number)</h1>
    <div class="paper-tools"><p class="hint">\(say.printHint)</p>
    <div class="actions"><button type="button" class="button primary" data-print hidden>\(Icon.print.svg)\(page.print)</button>\
    \(model.hasPDF
      ? buttonLink(
        Link(say.pdf, .certificatePDF(model.certificate.code)), kind: "quiet", icon: .download)
      : nil)\
    \(buttonLink(
      Link(say.picture, .certificatePicture(model.certificate.code)), kind: "quiet",
      icon: .download))</div></div>
    \(model.certificate.revocation == nil ? nil : banner(.bad, .escaped(say.withdrawn)))
    <div class="sheet-frame" role="region" tabindex="0" aria-label="\(say.certificate)"><article class="certificate" lang="vi">
    \(heading(model))
    \(award(model))
    \(foot(model))
    </article></div>
    <div class="paper-facts">\(readable(model, chrome))</div>
    """)
}

/// What the paper says, in letters that can be read on a telephone.
private func readable(_ model: CertificatePage, _ chrome: Chrome) -> HTML {
  let (paper, say) = (model.certificate, chrome.say(Words.paper))
  return facts([
    (say.certifies, .escaped(paper.holder)), (say.unit, .escaped(paper.unitName)),
    (say.completed, .escaped(chrome[paper.courseTitle])),
    (chrome.say(Words.open).issuedOn, chrome.day(paper.issuedAt)),
    (say.serial, .escaped(paper.number)), (say.code, "<code>\(paper.code)</code>"),
  ])
}

private let vietnamese = Said(words: Words.paper, language: .vietnamese)
private let english = Said(words: Words.paper, language: .english)

private func heading(_ model: CertificatePage) -> HTML {
  """
  <header class="paper-head"><div class="paper-body">\
  \(model.parentBody.map { #"<p class="parent">\#($0)</p>"# })<p class="issuer">\(model.issuingBody)</p></div>\
  <div class="paper-nation"><p class="nation">\(vietnamese.nation)</p>\
  <p class="motto">\(vietnamese.motto)</p></div></header>
  """
}

private func award(_ model: CertificatePage) -> HTML {
  let paper = model.certificate
  return """
    <div class="paper-award">
    <p class="paper-title">\(vietnamese.certificate)</p>
    <p class="paper-english" lang="en">\(english.certificate)</p>
    <p class="paper-line">\(vietnamese.certifies) <span lang="en">\(english.certifies)</span></p>
    <p class="paper-holder">\(paper.holder)</p>
    <p class="paper-line">\(vietnamese.unit): \(paper.unitName)</p>
    <p class="paper-line">\(vietnamese.completed) <span lang="en">\(english.completed)</span></p>
    <p class="paper-course">\(paper.courseTitle.vietnamese)\
    \(paper.periods > 0 ? " \(vietnamese.periods(paper.periods))" : nil)</p>
    <p class="paper-english" lang="en">\(paper.courseTitle.english)</p>
    </div>
    """
}

private func foot(_ model: CertificatePage) -> HTML {
  let paper = model.certificate
  return """
    <footer class="paper-foot">
    <div class="paper-check"><div class="paper-qr">\(model.qr)</div>
    <dl><div><dt>\(vietnamese.serial)</dt><dd>\(paper.number)</dd></div>\
    <div><dt>\(vietnamese.register)</dt><dd>\(paper.entry)</dd></div>\
    <div><dt>\(vietnamese.code)</dt><dd><code>\(paper.code)</code></dd></div>\
    <div><dt>\(vietnamese.check)</dt><dd>\(model.checkAddress)</dd></div></dl></div>
    <div class="paper-sign"><p class="paper-date">\
    \(vietnamese.dateLine(paper.issuedAt, place: model.place))</p>\
    <p class="paper-signer">\(model.signer?.title ?? "")</p><p class="paper-seal">\(vietnamese.seal)</p>\
    <p class="paper-name">\(model.signer?.name ?? "")</p></div>
    </footer>
    """
}
