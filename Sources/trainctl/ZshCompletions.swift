extension Completions {
  /// Works sourced, and from a file on `fpath`, where the first call only defines the function.
  static var zsh: String {
    """
    #compdef trainctl
    _trainctl() {
      local list="" key=""
      case "${words[CURRENT-1]}" in
    \(choices { "compadd -- \($0)" })    --data|--courses) _files -/; return ;;
        --output|--password-file) _files; return ;;
      esac
      if (( CURRENT > 3 )); then key="${words[2]} ${words[3]}"; elif (( CURRENT == 3 )); then key="${words[2]}"; fi
      case "$key" in
    \(lists)  esac
      if (( CURRENT > 3 )) && [[ "$PREFIX" != -* ]]; then
        _files
      else
        compadd -- ${=list}
      fi
    }
    if [[ "${funcstack[1]}" == _trainctl ]]; then _trainctl "$@"; else compdef _trainctl trainctl; fi

    """
  }
}
