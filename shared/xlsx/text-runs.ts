import { decodeXstring } from './xml-text';

/** Gathers the text of one string item (`si` or `is`): its runs joined, phonetic guides (`rPh`) left out. */
export class TextRuns {
  private gathered = '';
  private inText = false;
  private inPhonetic = false;

  begin(): void {
    this.gathered = '';
    this.inText = false;
    this.inPhonetic = false;
  }

  open(name: string): void {
    if (name === 'rPh') this.inPhonetic = true;
    else if (name === 't') this.inText = !this.inPhonetic;
  }

  close(name: string): void {
    if (name === 'rPh') this.inPhonetic = false;
    else if (name === 't') this.inText = false;
  }

  text(text: string): void {
    if (this.inText) this.gathered += text;
  }

  take(): string {
    return decodeXstring(this.gathered);
  }
}
