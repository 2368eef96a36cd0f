import Foundation
import QuizEngine
import Testing

@testable import TrainingServer

@Suite(.timeLimit(.minutes(1))) struct PaperPrinterTests {
  /// A program that stands in for `rsvg-convert`.
  private func program(_ body: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.path + "/printer-\(UUID().uuidString)"
    try Data("#!/bin/sh\n\(body)\n".utf8).write(to: URL(filePath: file))
    #expect(chmod(file, 0o755) == 0)
    return file
  }

  @Test func `the drawing goes in, the file comes out`() throws {
    let printer = PaperPrinter(program: try program("echo \"$@\"; cat"))
    let pdf = try #require(try printer.convert("<svg/>", to: .pdf))
    #expect(String(decoding: pdf, as: UTF8.self) == "--format pdf\n<svg/>")
    let png = try #require(try printer.convert("<svg/>", to: .png))
    #expect(String(decoding: png, as: UTF8.self).hasPrefix("--format png --width "))
  }

  @Test func `a program that fails, says nothing, hangs or is missing gives no file`() throws {
    for body in ["cat; exit 1", "exit 0", "exec tail -f /dev/null"] {
      let printer = PaperPrinter(program: try program(body), seconds: "0.3")
      #expect(try printer.convert("<svg/>", to: .pdf) == nil, "\(body)")
    }
    #expect(try PaperPrinter(program: nil).convert("<svg/>", to: .pdf) == nil)
    #expect(try PaperPrinter(program: "/nowhere/rsvg").convert("<svg/>", to: .pdf) == nil)
  }

  @Test func `without the program the page offers a picture, and PDF leads back with a way out`()
    throws
  {
    let site = try TestSite()
    let holder = try #require(site.people[.pupil])
    let paper = Certificate.sample(9, holder, cohort: site.cohort, at: site.clock.now)
    try site.engine.write { try $0.connection.certificates.insert(paper) }
    let page = try site.ask("GET", "/certificates/\(paper.code)", as: .pupil)
    #expect(page.body.contains("/certificates/\(paper.code)/picture"))
    #expect(!page.body.contains("/certificates/\(paper.code)/pdf"))
    let picture = try site.ask("GET", "/certificates/\(paper.code)/picture", as: .pupil)
    #expect(picture["Content-Type"] == "image/svg+xml")
    #expect(picture.body.contains(holder.name) && picture.body.contains("</svg>"))
    let pdf = try site.ask("GET", "/certificates/\(paper.code)/pdf", as: .pupil)
    #expect(pdf.status == 303)
    let told = try site.ask("GET", try #require(pdf["Location"]), as: .pupil)
    #expect(told.body.contains("Lưu dưới dạng PDF"))
  }
}
