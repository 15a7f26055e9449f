#!/usr/bin/env perl
# Draws screens of a terminal as one SVG: svg.pl COLUMNS TITLE SCREEN:SECONDS... >FILE.svg
# A SCREEN is a file that `tmux capture-pane -ep` wrote. One stands still; several follow one
# another, each for so many seconds, and where motion is unwelcome the last one stands still.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use Encode qw(decode);

my ($columns, $title, @screens) = map { decode('UTF-8', $_) } @ARGV;
die "usage: svg.pl COLUMNS TITLE SCREEN:SECONDS...\n" unless @screens;

my ($cell, $line, $margin) = (8.4, 18, 14);
my $width = $columns * $cell + 2 * $margin;
my %color = (31 => '#ff8f86', 32 => '#86d99b', 33 => '#f0c674', 34 => '#8ab8ff', 35 => '#d3a4f9',
             36 => '#7fd6d6', 90 => '#98a2b3');

sub escaped {
  my ($text) = @_;
  $text =~ s/&/&amp;/g;
  $text =~ s/</&lt;/g;
  $text =~ s/>/&gt;/g;
  return $text;
}

# One run of signs that are all one or all two columns wide, drawn exactly as wide as its columns.
sub run {
  my ($text, $column, $row, $wide, $style) = @_;
  my $columns = length($text) * ($wide ? 2 : 1);
  my $blank = $text =~ /^\s*$/;
  my $svg = '';
  $svg .= sprintf qq(<rect x="%.1f" y="%.1f" width="%.1f" height="%d" fill="#e6e9ef"/>\n),
      $margin + $column * $cell, $margin + $row * $line, $columns * $cell, $line
      if $style->{reverse};
  return ($svg, $columns) if $blank;
  my $fill = $style->{reverse} ? '#12161f' : $style->{color} // '';
  $svg .= sprintf qq(<text x="%.1f" y="%.1f" textLength="%.1f"%s%s%s%s>%s</text>\n),
      $margin + $column * $cell, $margin + ($row + 0.75) * $line, $columns * $cell,
      $wide ? ' class="w"' : '', $fill ? qq( fill="$fill") : '', $style->{bold} ? ' font-weight="bold"' : '',
      $style->{dim} ? ' opacity="0.65"' : '', escaped($text);
  return ($svg, $columns);
}

sub styled {
  my ($style, $codes) = @_;
  for my $code (split /;/, $codes || '0') {
    if ($code == 0) { %$style = () }
    elsif ($code == 1) { $style->{bold} = 1 }
    elsif ($code == 2) { $style->{dim} = 1 }
    elsif ($code == 7) { $style->{reverse} = 1 }
    elsif ($code == 22) { delete @$style{qw(bold dim)} }
    elsif ($code == 27) { delete $style->{reverse} }
    elsif ($code == 39) { delete $style->{color} }
    elsif ($color{$code}) { $style->{color} = $color{$code} }
  }
}

sub screen {
  my ($file) = @_;
  open my $in, '<', $file or die "svg.pl: $file: $!\n";
  my ($svg, $row, $used, %style) = ('', 0, 0);
  while (my $text = <$in>) {
    chomp $text;
    my $column = 0;
    while ($text =~ /\G(?:\e\[([0-9;]*)m|([\p{EA=W}\p{EA=F}]+)|((?:(?![\e\p{EA=W}\p{EA=F}]).)+)|\e.)/g) {
      if (defined $1) { styled(\%style, $1); next }
      my ($part, $wide) = defined $2 ? ($2, 1) : ($3, 0);
      next unless defined $part;
      my ($drawn, $taken) = run($part, $column, $row, $wide, \%style);
      $svg .= $drawn;
      $used = $row + 1 if $drawn;
      $column += $taken;
    }
    ++$row;
  }
  return ($svg, $used);
}

my (@frames, $all);
my $rows = 0;
for (@screens) {
  /^(.*):([0-9.]+)$/ or die "svg.pl: $_ has no seconds\n";
  my ($seconds, $from) = ($2, $all // 0);
  my ($drawn, $used) = screen($1);
  push @frames, {drawn => $drawn, seconds => $seconds, from => $from};
  $all += $seconds;
  $rows = $used if $used > $rows;
}
my $height = $rows * $line + 2 * $margin;

printf qq(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" role="img" )
     . qq(aria-label="%s">\n<title>%s</title>\n), $width, $height, escaped($title), escaped($title);
print qq(<style>\ntext { font: 14px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, )
    . qq("Noto Sans Mono CJK SC", "Noto Sans CJK SC", monospace; fill: #d8dee9; white-space: pre }\n.w { font-size: 16px }\n);
if (@frames > 1) {
  print ".f { visibility: hidden }\n";
  for my $i (0 .. $#frames) {
    my $from = 100 * $frames[$i]{from} / $all;
    my $until = 100 * ($frames[$i]{from} + $frames[$i]{seconds}) / $all;
    printf "\@keyframes k%d { 0%% { visibility: hidden } %.3f%% { visibility: visible } "
         . "%.3f%% { visibility: %s } }\n", $i, $from, $until, $until < 100 ? 'hidden' : 'visible';
    printf ".f%d { animation: k%d %.1fs step-end infinite }\n", $i, $i, $all;
  }
  printf "\@media (prefers-reduced-motion: reduce) { .f { animation: none } .f%d { visibility: "
       . "visible } }\n", $#frames;
}
print "</style>\n";
printf qq(<rect width="%.0f" height="%.0f" rx="8" fill="#12161f"/>\n), $width, $height;
for my $i (0 .. $#frames) {
  my $drawn = $frames[$i]{drawn};
  print @frames > 1 ? qq(<g class="f f$i">\n$drawn</g>\n) : $drawn;
}
print "</svg>\n";
