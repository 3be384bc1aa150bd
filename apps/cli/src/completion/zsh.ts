import { anyOf, flagCases, nextWord, positionCases, quoteWord } from './cases';
import type { Case } from './cases';
import { wordsBehind } from './model';
import type { CompletedFlag, CompletionModel, Value } from './model';

/** The script for zsh. */
export function zshCompletion(model: CompletionModel): string {
  const groups = model.groups.map(({ name }) => name);
  const valueFlags = flagCases(model);
  return `#compdef testmetrics
# Completion of testmetrics for zsh, made by: testmetrics completion zsh
# Put into ~/.zshrc, behind compinit: source <(testmetrics completion zsh)

_testmetrics() {
  local cur=\${words[CURRENT]} prev=\${words[CURRENT - 1]} command='' word
  local -i i positional=0
  local -a found
  for ((i = 2; i < CURRENT; i++)); do
    word=\${words[i]}
    case "$command|$word" in
      (${anyOf(valueFlags)}) ((i++)) ;;
      (*'|-'?*) ;;
      (${nextWord(model)}) command="\${command:+$command }$word" ;;
      (*) ((positional++)) ;;
    esac
  done

  case "$command|$prev" in
${clauses(valueFlags)}
  esac

  if [[ $cur == -* ]]; then
    case "$command" in
${[...model.commands.map(({ name, flags }) => flagsClause(name, flags)), ...outerClauses(model)].join('\n')}
    esac
    _describe -o 'option' found
    return
  fi

  case "$command" in
${[null, ...groups].map((group) => wordsClause(model, group)).join('\n')}
  esac

  case "$command|$positional" in
${clauses(positionCases(model))}
  esac
}

# Names of jobs, of the service; none where it does not answer.
_testmetrics_jobs() {
  local -a jobs
  jobs=("\${(@f)$("\${words[1]}" completion jobs 2>/dev/null)}")
  compadd -a jobs
}

if [[ $funcstack[1] == _testmetrics ]]; then
  _testmetrics "$@"
else
  compdef _testmetrics testmetrics
fi
`;
}

function clauses(cases: readonly Case[]): string {
  return cases.map(({ pattern, value }) => `    (${pattern}) ${actionFor(value)} return ;;`).join('\n');
}

function actionFor(value: Value): string {
  switch (value.kind) {
    case 'choices':
      return `compadd -- ${value.choices.map(quoteWord).join(' ')};`;
    case 'file':
      return '_files;';
    case 'directory':
      return '_files -/;';
    case 'job':
      return '_testmetrics_jobs;';
    case 'text':
      return '';
  }
}

function flagsClause(command: string, flags: readonly CompletedFlag[]): string {
  const described = flags.flatMap(({ names, describe }) => names.map((name) => entry(name, describe)));
  return `      (${quoteWord(command)}) found=(${described.join(' ')}) ;;`;
}

function outerClauses({ globalFlags, groups }: CompletionModel): string[] {
  const help: CompletedFlag = { names: ['-h', '--help'], describe: 'show this help', value: null };
  const version: CompletedFlag = { names: ['-V', '--version'], describe: 'print the version', value: null };
  return [
    flagsClause('', [...globalFlags, help, version]),
    ...groups.map(({ name }) => flagsClause(name, [...globalFlags, help])),
  ];
}

function wordsClause(model: CompletionModel, group: string | null): string {
  const words = wordsBehind(model, group).map(({ name, describe }) => entry(name, describe));
  return `    (${quoteWord(group ?? '')}) found=(${words.join(' ')}); _describe 'command' found; return ;;`;
}

/** `name:what it is`, where colons of the name are marked. */
function entry(name: string, describe: string): string {
  return quoteWord(`${name.replaceAll(':', '\\:')}:${describe}`);
}
