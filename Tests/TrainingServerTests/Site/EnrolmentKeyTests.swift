import QuizEngine
import Testing

@testable import TrainingServer

@Suite struct EnrolmentKeyTests {
  private func key(_ account: String, _ issuer: String) -> EnrolmentKey {
    EnrolmentKey(
      secret: [UInt8]("12345678901234567890".utf8), account: account, issuer: issuer)
  }

  @Test func `an app reads account, site and secret from the address`() {
    #expect(
      key("hoa.le@thcs", "hoc.example.vn").address
        == "otpauth://totp/hoc.example.vn:hoa.le%40thcs"
        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=hoc.example.vn")
  }

  @Test func `no name adds a parameter`() {
    let address = key("a&secret=x", "b?c#d:e").address
    #expect(address.hasPrefix("otpauth://totp/b%3Fc%23d%3Ae:a%26secret%3Dx?secret=GEZD"))
  }

  @Test func `people type groups of four letters`() {
    #expect(key("a", "b").letters == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
  }

  @Test func `the longest name and site fit a code`() {
    let long = key(String(repeating: "@", count: 64), String(repeating: "x", count: 253))
    #expect(QRCode(long.address) != nil)
  }
}
