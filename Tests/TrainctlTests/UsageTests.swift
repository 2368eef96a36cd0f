import Testing

@Suite struct UsageTests {
  let trainctl: Trainctl

  init() throws { trainctl = try Trainctl() }

  @Test(
    arguments: [
      ([], "Chưa có lệnh nào.", "trainctl NOUN VERB"),
      (["uint", "list"], "Không có “uint”. Có phải bạn muốn “unit”?", "trainctl NOUN VERB"),
      (["unit"], "Chưa nói làm gì với “unit”.", "trainctl unit add|list"),
      (["unit", "lst"], "Không có “lst”. Có phải bạn muốn “list”?", "trainctl unit add|list"),
      (["unit", "list", "--undr", "a"], "Có phải bạn muốn “--under”?", "trainctl unit list"),
      (["unit", "add", "a-b-c"], "Thiếu CODE NAME.", "trainctl unit add CODE NAME"),
      (["unit", "add", "abc", "Tên"], "Thiếu --kind", "trainctl unit add CODE NAME"),
      (
        ["unit", "add", "abc", "Tên", "--kind", "scool"], "Có phải bạn muốn “school”?",
        "trainctl unit add"
      ), (["unit", "list", "thừa"], "Thừa “thừa”", "trainctl unit list"),
      (["unit", "list", "--under"], "--under cần CODE.", "trainctl unit list"),
      (["unit", "list", "--quiet=1"], "--quiet không nhận giá trị.", "trainctl unit list"),
      (["unit", "list", "--format", "xml"], "Có thể dùng: table, json, csv", "trainctl unit list"),
      (["unit", "list", "--dry-run"], "Không có “--dry-run”", "trainctl unit list"),
      (["unit", "list", "-x"], "Không có “--x”", "trainctl unit list"),
      (["completions", "fsih"], "Có phải bạn muốn “fish”?", "trainctl NOUN VERB"),
    ])
  func `a slip is named, with the way out`(arguments: [String], words: String, usage: String) throws
  {
    let run = try trainctl.run(arguments)
    #expect(run.status == 64)
    #expect(run.out.isEmpty)
    #expect(run.error.contains(words), "\(run.error)")
    #expect(run.error.contains("Cách dùng: " + usage), "\(run.error)")
  }

  @Test func `misuse touches no folder`() throws {
    _ = try trainctl("unit", "add", "abc")
    #expect(throws: (any Error).self) { try trainctl.mode("data") }
  }

  @Test func `the language follows the locale and yields to the option`() throws {
    #expect(try trainctl("uint").error.hasPrefix("trainctl: Không có"))
    #expect(try trainctl("uint", locale: "en_GB.UTF-8").error.hasPrefix("trainctl: There is no"))
    #expect(
      try trainctl("--lang", "vi", "uint", locale: "en_GB.UTF-8").error.hasPrefix(
        "trainctl: Không có"))
    #expect(try trainctl("--lang=en", "uint").error.hasPrefix("trainctl: There is no"))
  }

  @Test func `the version is one line`() throws {
    let run = try trainctl("--version")
    #expect(run.status == 0)
    #expect(run.out.hasPrefix("trainctl ") && run.out.hasSuffix("\n"))
    #expect(run.error.isEmpty)
  }

  @Test func `a word after two dashes is no option`() throws {
    let run = try trainctl("person", "list", "--unit", "abc", "--", "--help")
    #expect(run.status == 64)
    #expect(run.error.contains("Thừa “--help”"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions know every noun`(shell: String) throws {
    let run = try trainctl("completions", shell)
    #expect(run.status == 0)
    for noun in ["unit", "person", "cohort", "contest", "certificate", "data"] {
      #expect(run.out.contains(noun))
    }
    #expect(run.out.contains("password-file"))
  }

  @Test func `bash understands the completions and completes`() throws {
    let script = try trainctl("completions", "bash").out
    try trainctl.write(
      script + """

        COMP_WORDS=(trainctl contest re); COMP_CWORD=2; _trainctl; echo "${COMPREPLY[*]}"
        COMP_WORDS=(trainctl unit add --ki); COMP_CWORD=3; _trainctl; echo "${COMPREPLY[*]}"
        COMP_WORDS=(trainctl unit add --kind sc); COMP_CWORD=4; _trainctl; echo "${COMPREPLY[*]}"
        COMP_WORDS=(trainctl c); COMP_CWORD=1; _trainctl; echo "${COMPREPLY[*]}"

        """, to: "try.bash")
    let run = try shell("bash", "try.bash", in: trainctl.folder)
    #expect(
      run == "results\n--kind\nschool\ncohort course contest certificate completions\n")
  }

  @Test func `zsh completes from the first key on, also where it loads the file itself`() throws {
    let trainctl = try Trainctl()
    try trainctl.write(try trainctl("completions", "zsh").out, to: "_trainctl")
    try trainctl.write(
      """
      compadd() { shift; print -r -- "$*" }
      _files() { print files "$@" }
      fpath=($PWD $fpath); autoload -Uz _trainctl
      words=(trainctl contest re); CURRENT=3; PREFIX=re; _trainctl
      words=(trainctl completions ""); PREFIX=""; _trainctl
      words=(trainctl unit add --kind s); CURRENT=5; PREFIX=s; _trainctl
      words=(trainctl unit add --data d); PREFIX=d; _trainctl

      """, to: "try.zsh")
    let lines = try shell("zsh", "try.zsh", in: trainctl.folder).split(separator: "\n")
    try #require(lines.count == 4, "\(lines)")
    #expect(lines[0].hasPrefix("check open list"))
    #expect(lines[1] == "bash zsh fish")
    #expect(lines[2].contains("school") && !lines[2].contains("--"))
    #expect(lines[3] == "files -/")
  }

  @Test func `fish understands the completions and completes`() throws {
    let trainctl = try Trainctl()
    try trainctl.write(try trainctl("completions", "fish").out, to: "trainctl.fish")
    try trainctl.write(
      "source trainctl.fish\ncomplete -C 'trainctl contest res'\n", to: "try.fish")
    let told = try shell("fish", "try.fish", in: trainctl.folder)
    #expect(told == "results\n")
  }
}
