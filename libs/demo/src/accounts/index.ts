export { demoPeople } from './demo-people.ts';
export { listDemoPrograms } from './demo-programs.ts';
