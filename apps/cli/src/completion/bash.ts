import { anyOf, flagCases, nextWord, positionCases, quoteWord } from './cases';
import type { Case } from './cases';
import { wordsBehind } from './model';
import type { CompletionModel, Value } from './model';

/** The script for bash 4.4 or newer. */
export function bashCompletion(model: CompletionModel): string {
  const groups = model.groups.map(({ name }) => name);
  const valueFlags = flagCases(model);
  return `# Completion of testmetrics for bash, made by: testmetrics completion bash
# Put into ~/.bashrc: source <(testmetrics completion bash)

_testmetrics() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command='' positional=0 word i
  COMPREPLY=()
  # --flag=value comes as three words.
  if [[ $cur == '=' ]]; then
    cur=''
  elif [[ $prev == '=' ]]; then
    prev=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case "$command|$word" in
      ${anyOf(valueFlags)})
        [[ \${COMP_WORDS[i + 1]} == '=' ]] && ((i++))
        ((i++))
        ;;
      *'|-'?*) ;;
      ${nextWord(model)})
        command="\${command:+$command }$word"
        ;;
      *) ((positional++)) ;;
    esac
  done

  case "$command|$prev" in
${clauses(valueFlags)}
  esac

  if [[ $cur == -* ]]; then
    case "$command" in
${[...model.commands.map(flagsClause), ...outerClauses(model)].join('\n')}
    esac
    return
  fi

  case "$command" in
${[null, ...groups].map((group) => wordsClause(model, group)).join('\n')}
  esac

  case "$command|$positional" in
${clauses(positionCases(model))}
  esac
}

_testmetrics_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
}

_testmetrics_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$2")
}

# Names of jobs, of the service; none where it does not answer.
_testmetrics_jobs() {
  local name wanted
  wanted=\${2//[\\'\\"\\\\]/}
  while IFS= read -r name; do
    [[ $name == "$wanted"* ]] && COMPREPLY+=("$(printf '%q' "$name")")
  done < <("$1" completion jobs 2>/dev/null)
}

complete -F _testmetrics testmetrics
`;
}

function clauses(cases: readonly Case[]): string {
  return cases.map(({ pattern, value }) => `    ${pattern}) ${actionFor(value)} return ;;`).join('\n');
}

function actionFor(value: Value): string {
  switch (value.kind) {
    case 'choices':
      return `_testmetrics_words ${quoteWord(value.choices.join(' '))} "$cur";`;
    case 'file':
      return '_testmetrics_files -f "$cur";';
    case 'directory':
      return '_testmetrics_files -d "$cur";';
    case 'job':
      return '_testmetrics_jobs "${COMP_WORDS[0]}" "$cur";';
    case 'text':
      return '';
  }
}

function flagsClause({ name, flags }: CompletionModel['commands'][number]): string {
  const names = flags.flatMap((flag) => flag.names);
  return `      ${quoteWord(name)}) _testmetrics_words ${quoteWord(names.join(' '))} "$cur" ;;`;
}

/** Flags before the name of a command. */
function outerClauses({ globalFlags, groups }: CompletionModel): string[] {
  const global = [...globalFlags.flatMap((flag) => flag.names), '--help'].join(' ');
  return [
    `      '') _testmetrics_words ${quoteWord(`${global} --version`)} "$cur" ;;`,
    ...groups.map(({ name }) => `      ${quoteWord(name)}) _testmetrics_words ${quoteWord(global)} "$cur" ;;`),
  ];
}

function wordsClause(model: CompletionModel, group: string | null): string {
  const words = wordsBehind(model, group).map(({ name }) => name);
  return `    ${quoteWord(group ?? '')}) _testmetrics_words ${quoteWord(words.join(' '))} "$cur"; return ;;`;
}
