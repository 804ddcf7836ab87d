export { showDate, showMoment } from '@motcua/tables';
