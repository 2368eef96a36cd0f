import Testing

@testable import TrainingServer

@Suite struct NumericAddressTests {
  @Test(
    arguments: [
      ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"), ("::", "::"),
      ("::1", "::1"), ("2001:DB8::0:1", "2001:db8::1"), ("::ffff:10.1.2.3", "10.1.2.3"),
      ("64:ff9b::10.1.2.3", "64:ff9b::a01:203"),
    ])
  func `an address is written in one way`(text: String, written: String) {
    #expect(NumericAddress(text)?.text == written)
  }

  @Test(arguments: [
    "", "1", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.4 ", " 1.2.3.4", "1.2.3.4\0",
    "1.2.3.4:80", "[::1]", "::1%lo", ":::", "1:2:3:4:5:6:7:8:9", "g::1", "localhost",
    "1.2.3.4\u{301}",
    "\u{661}.2.3.4", String(repeating: ":", count: 60),
  ])
  func `anything else is no address`(text: String) {
    #expect(NumericAddress(text) == nil)
  }

  @Test func `the machine's own addresses are those that no other can have`() {
    for own in ["127.0.0.1", "127.255.255.254", "::1", "::ffff:127.0.0.1"] {
      #expect(NumericAddress(own)?.isLoopback == true, "\(own)")
    }
    for other in [
      "128.0.0.1", "126.255.255.255", "::2", "::", "0.0.0.0", "10.0.0.1", "::127.0.0.1",
    ] {
      #expect(NumericAddress(other)?.isLoopback == false, "\(other)")
    }
  }

  @Test(
    arguments: [
      ("203.0.113.9", "203.0.113.9"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
      ("2001:db8::1", "2001:db8:0:0::/64"), ("unix", "unix"),
    ])
  func `a network is what one subscriber has at will`(address: String, name: String) {
    #expect(Network.name(of: address) == name)
  }
}
