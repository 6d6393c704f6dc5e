import 'tct-widgets';
