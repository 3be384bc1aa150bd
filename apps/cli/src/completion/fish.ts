import { wordsBehind } from './model';
import type { CompletedFlag, CompletionModel, Value } from './model';

/** The script for fish 3. */
export function fishCompletion(model: CompletionModel): string {
  const lines = [
    ...[null, ...model.groups.map(({ name }) => name)].flatMap((group) =>
      wordsBehind(model, group).map(
        ({ name, describe }) => `${at(group ?? '')} -f -a ${quote(name)} -d ${quote(describe)}`,
      ),
    ),
    ...model.globalFlags.map((flag) => flagLine('complete -c testmetrics', flag)),
    ...model.commands.flatMap(({ name, flags, positional }) => [
      ...flags.map((flag) => flagLine(at(name), flag)),
      ...positional.slice(0, 1).map((value) => `${at(name)} ${valueOptions(value, '')}`),
    ]),
  ];
  return `# Completion of testmetrics for fish, made by: testmetrics completion fish
# Put into ~/.config/fish/config.fish: testmetrics completion fish | source

# Which command the line is about: nothing, a group, or all of its name.
function __testmetrics_command
    set -l found
    set -l skip 0
    for word in (commandline -opc)[2..]
        if test $skip -eq 1
            set skip 0
        else if contains -- $word ${model.globalFlags.flatMap(({ names }) => names.map(quote)).join(' ')}
            set skip 1
        else if not string match -q -- '-*' $word
            set -a found $word
            contains -- $word ${model.groups.map(({ name }) => quote(name)).join(' ')}; or break
            test (count $found) -ge 2; and break
        end
    end
    string join ' ' $found
end

function __testmetrics_at
    test "$(__testmetrics_command)" = "$argv[1]"
end

# Names of jobs, of the service; none where it does not answer.
function __testmetrics_jobs
    set -l words (commandline -opc)
    $words[1] completion jobs 2>/dev/null
end

complete -c testmetrics -f
${lines.join('\n')}
`;
}

function at(command: string): string {
  return `complete -c testmetrics -n ${quote(`__testmetrics_at ${quote(command)}`)}`;
}

function flagLine(start: string, { names, describe, value }: CompletedFlag): string {
  const forms = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const takes = value === null ? '' : ` ${valueOptions(value, '-r ')}`;
  return `${start} ${forms.join(' ')}${takes} -d ${quote(describe)}`;
}

function valueOptions(value: Value, required: string): string {
  switch (value.kind) {
    case 'choices':
      return `${required}-f -a ${quote(value.choices.join(' '))}`;
    case 'file':
      return `${required}-F`;
    case 'directory':
      return `${required}-f -a ${quote('(__fish_complete_directories)')}`;
    case 'job':
      return `${required}-f -a ${quote('(__testmetrics_jobs)')}`;
    case 'text':
      return `${required}-f`;
  }
}

/** Within single quotes fish knows these two escapes only. */
function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
