import QuizEngine

/// Completion scripts, written from the table of commands.
enum Completions {
  static func script(_ shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  private static var bash: String {
    """
    _trainctl() {
      local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
      local list="" noun="${COMP_WORDS[1]}" verb="${COMP_WORDS[2]}" key=""
      case "$previous" in
    \(choices { "COMPREPLY=($(compgen -W \"\($0)\" -- \"$current\"))" })    --data|--courses) COMPREPLY=($(compgen -d -- "$current")); return ;;
        --output|--password-file) COMPREPLY=($(compgen -f -- "$current")); return ;;
      esac
      if [ "$COMP_CWORD" -ge 3 ]; then key="$noun $verb"; elif [ "$COMP_CWORD" -eq 2 ]; then key="$noun"; fi
      case "$key" in
    \(lists)  esac
      if [ "$COMP_CWORD" -ge 3 ] && [ "${current#-}" = "$current" ]; then
        COMPREPLY=($(compgen -f -- "$current"))
      else
        COMPREPLY=($(compgen -W "$list" -- "$current"))
      fi
    }
    complete -o filenames -F _trainctl trainctl

    """
  }

  /// What may follow a noun and a verb, as branches that set `list`.
  static var lists: String {
    let nouns = OperationCatalogue.nouns.joined(separator: " ")
    let shells = Shell.allCases.map(\.rawValue).joined(separator: " ")
    var text = "    \"\") list=\"\(nouns) completions --help --version\" ;;\n"
    text += "    completions) list=\"\(shells)\" ;;\n"
    for noun in OperationCatalogue.nouns {
      let specs = OperationCatalogue.specs(of: noun)
      text += "    \(noun)) list=\"\(specs.map(\.verb).joined(separator: " "))\" ;;\n"
      for spec in specs {
        let names = GlobalOptions.options(of: spec).map { "--" + $0.name }
        text += "    \"\(noun) \(spec.verb)\") list=\"\(names.joined(separator: " "))\" ;;\n"
      }
    }
    return text
  }

  /// Options that take one of a few words, the same wherever they occur, as branches that offer
  /// these words.
  static func choices(_ offer: (String) -> String) -> String {
    var lines = ""
    var seen: Set<String> = []
    for option in OperationCatalogue.all.flatMap(GlobalOptions.options(of:)) {
      guard case .choice(let words) = option.value, seen.insert(option.name).inserted else {
        continue
      }
      lines += "    --\(option.name)) \(offer(words.joined(separator: " "))); return ;;\n"
    }
    return lines
  }

  private static var fish: String {
    let nouns = OperationCatalogue.nouns
    var text = "complete -c trainctl -f\n"
    for noun in nouns + ["completions"] {
      text +=
        "complete -c trainctl -n __fish_use_subcommand -a \(noun)"
        + " -d '\(OperationCatalogue.title(of: noun).english)'\n"
    }
    for noun in nouns {
      let verbs = OperationCatalogue.specs(of: noun).map(\.verb).joined(separator: " ")
      text +=
        "complete -c trainctl -n '__fish_seen_subcommand_from \(noun); and not "
        + "__fish_seen_subcommand_from \(verbs)' -a '\(verbs)'\n"
      for spec in OperationCatalogue.specs(of: noun) {
        let seen =
          "'__fish_seen_subcommand_from \(noun); and __fish_seen_subcommand_from \(spec.verb)'"
        for option in GlobalOptions.options(of: spec) {
          text += "complete -c trainctl -n \(seen) -l \(option.name)\(fishValue(option.value))\n"
        }
      }
    }
    return text
  }

  private static func fishValue(_ value: OperationSpec.Value) -> String {
    switch value {
    case .flag: ""
    case .choice(let words): " -x -a '\(words.joined(separator: " "))'"
    case .text, .secret: " -r -F"
    }
  }
}
