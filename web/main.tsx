// The page: one plan, many views of it.

import { render } from 'preact';
import { onKey } from './app/commands.ts';
import { engine } from './app/engine.ts';
import { dressPage } from './app/theme.ts';
import { start } from './app/workspace.ts';
import './styles/index.css';
import { Shell } from './ui/shell.tsx';

engine.start();
dressPage();
window.addEventListener('keydown', onKey);
const root = document.getElementById('page');
if (root !== null) {
  root.textContent = '';
  render(<Shell />, root);
}
void start();
