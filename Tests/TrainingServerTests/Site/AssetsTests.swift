import Foundation
import QuizEngine
import Testing

@testable import TrainingServer

struct AssetsTests {
  @Test func `a file is found by its whole name only`() {
    for asset in Assets.all {
      #expect(Assets.asset(named: asset.name)?.body == asset.body)
      #expect(asset.route.path == "/assets/\(asset.name)")
      #expect(asset.name.wholeMatch(of: /[a-z]+-[0-9a-f]{16}\.(css|js|svg|webmanifest)/) != nil)
    }
    #expect(Assets.asset(named: "site-0000000000000000.css") == nil)
    #expect(Set(Assets.all.map(\.name)).count == Assets.all.count)
  }

  @Test func `the manifest is JSON that names the mark`() throws {
    let manifest = try JSONSerialization.jsonObject(with: Data(Assets.manifest.body))
    let icons = (manifest as? [String: Any])?["icons"] as? [[String: String]]
    #expect(icons?.first?["src"] == Assets.mark.route.path)
  }

  @Test func `programs make no markup from text and name no other site`() throws {
    for asset in Assets.all where asset.name.hasSuffix(".js") {
      let program = try #require(String(bytes: asset.body, encoding: .utf8))
      for word in [
        "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function",
        "DOMParser", "http://", "https://", ".style", "console.",
      ] {
        #expect(!program.contains(word), "\(word) in \(asset.name)")
      }
    }
    let styles = try #require(String(bytes: Assets.styles.body, encoding: .utf8))
    #expect(!styles.contains("@import") && !styles.contains("url("))
  }

  @Test func `a first visit stays small`() {
    let always = Assets.styles.body.count + Assets.site.body.count + Assets.mark.body.count
    for sample in Sample.all {
      let scripts = [Assets.exam, Assets.receipt, Assets.countdown, Assets.live]
        .filter { sample.page.text.contains($0.route.path) }
      let size = always + scripts.reduce(0) { $0 + $1.body.count } + sample.page.text.utf8.count
      #expect(size < (sample.name.contains("exam") ? 150_000 : 90_000), "\(sample.name): \(size)")
    }
  }
}
