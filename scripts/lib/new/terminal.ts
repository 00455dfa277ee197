import { createInterface, type Interface } from 'node:readline';
import { completions, type Offer } from '../../../src/scaffold/complete.ts';

export interface Question {
  label: string;
  /** The answer if nothing is typed. */
  proposal?: string | undefined;
  /** A short list, answered by number or by value; `says` is the text shown for a value. */
  choices?: readonly { value: string; says?: string }[] | undefined;
  /** Names that the Tab key completes. */
  offers?: readonly Offer[] | undefined;
  required?: boolean;
  /** Checks an answer: the message to print if it is invalid, else undefined. */
  validate(answer: string): Promise<string | undefined>;
}

/** Asks an editor questions at a terminal, one per line. Ctrl+C or Ctrl+D before the last answer ends the process. */
export class Terminal {
  readonly #readline: Interface;
  #offers: readonly Offer[] = [];

  constructor() {
    this.#readline = createInterface({
      input: process.stdin,
      output: process.stdout,
      completer: (line: string) => completions(line, this.#offers),
    });
    this.#readline.on('close', quit);
  }

  /** Whether standard input and output are both terminals. */
  static get isInteractive(): boolean {
    return Boolean(process.stdin.isTTY && process.stdout.isTTY);
  }

  /** Asks until the answer is valid; an optional question may return an empty string. */
  async ask(question: Question): Promise<string> {
    const { label, proposal = '', choices = [], offers = [], required = false } = question;
    this.#offers = choices.length > 0 ? choices.map(offerOfChoice) : offers;
    if (choices.length > 0) console.log(choices.map(numbered).join('  '));
    const hint = [proposal && `[${proposal}]`, offers.length > 0 && '（按 Tab 补全）']
      .filter(Boolean)
      .join('');
    for (;;) {
      const typed = (await this.#line(`${label}${hint}：`)).trim() || proposal;
      const answer = choices[Number(typed) - 1]?.value ?? typed;
      if (answer === '' && !required) return '';
      const problem = answer === '' ? `  ！${label}不能空着` : await question.validate(answer);
      if (problem === undefined) return answer;
      console.log(problem);
    }
  }

  /** Closes the terminal; the process goes on. */
  close(): void {
    this.#readline.removeAllListeners('close');
    this.#readline.close();
  }

  #line(prompt: string): Promise<string> {
    return new Promise((resolve) => this.#readline.question(prompt, resolve));
  }
}

function numbered({ value, says }: { value: string; says?: string }, index: number): string {
  return `${index + 1} ${says ?? value}`;
}

function offerOfChoice({ value }: { value: string }): Offer {
  return { name: value, names: [value], initials: [] };
}

/** Ends the process; nothing has been written yet, because commands write only after the last answer. */
function quit(): never {
  console.log('\n没有写任何文件。');
  process.exit(1);
}
