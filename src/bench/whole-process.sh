#!/usr/bin/env bash
# Times smtpcode as whole processes against named peers, in turn, and prints medians and ratios.
#
#   src/bench/whole-process.sh [BYTES] [ROUNDS]
#
# Build first (mvn -q -B package -DskipTests). Peers that are not installed are left out: pflogsumm, rg, zcat.
set -u
cd "$(dirname "$0")/../.."
bytes=${1:-1000000000}
rounds=${2:-5}
bin=$PWD/target/smtpcode/bin/smtpcode
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -x "$bin" ] || { echo "build first: mvn -q -B package -DskipTests" >&2; exit 2; }

echo "making a log of $bytes bytes" >&2
"$java" src/bench/java/dev/smtpcode/bench/LogMaker.java "$bytes" >"$work/mail.log"
gzip -1 -k "$work/mail.log"
cat "$work/mail.log" >/dev/null
mkdir "$work/hello"
cat >"$work/hello/Hello.java" <<'J'
public class Hello { public static void main(String[] a) { System.out.println("hello"); } }
J
"${java}c" -d "$work/hello" "$work/hello/Hello.java"
SMTPCODE_WAIT_FOR_ARCHIVE=1 "$bin" 556 >/dev/null

# Seconds that a command takes. Its output goes through a pipe: grep stops early when it sees /dev/null.
seconds() {
  local start end
  start=$(date +%s%N)
  bash -c "$1" 2>/dev/null | cat >/dev/null
  end=$(date +%s%N)
  awk -v a="$start" -v b="$end" 'BEGIN { printf "%.4f\n", (b - a) / 1e9 }'
}

median() {
  sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

# compare NAME COMMAND PEER COMMAND: both in turn, round by round.
compare() {
  local i
  : >"$work/a"; : >"$work/b"; : >"$work/r"
  seconds "$2" >/dev/null
  for i in $(seq "$rounds"); do
    a=$(seconds "$2")
    b=$(seconds "$4")
    echo "$a" >>"$work/a"; echo "$b" >>"$work/b"
    awk -v a="$a" -v b="$b" 'BEGIN { print b / a }' >>"$work/r"
  done
  printf '| %-34s | %8s s | %-38s | %8s s | %6.2f |\n' "$1" "$(median <"$work/a")" "$3" "$(median <"$work/b")" "$(median <"$work/r")"
}

log=$work/mail.log
echo "| smtpcode | median | peer | median | peer / smtpcode |"
echo "|---|---|---|---|---|"
compare "explain 556" "$bin explain 556" "java hello-world" "$java -cp $work/hello Hello"
compare "explain a reply text" "$bin explain '550 5.1.1 <bob@example.com>: User unknown'" "java hello-world" "$java -cp $work/hello Hello"
compare "compare 211 556" "$bin compare 211 556" "java hello-world" "$java -cp $work/hello Hello"
compare "explain 556, no class archive" "SMTPCODE_NO_ARCHIVE=1 SMTPCODE_CACHE=$work/none $bin explain 556" "java hello-world" "$java -cp $work/hello Hello"
compare "scan" "$bin scan $log" "grep -c status=bounced" "grep -c status=bounced $log"
command -v rg >/dev/null && compare "scan" "$bin scan $log" "rg -c 'status=(bounced|deferred)'" "rg -c 'status=(bounced|deferred)' $log"
command -v pflogsumm >/dev/null && compare "scan" "$bin scan $log" "pflogsumm" "pflogsumm $log"
compare "scan --threads 1" "$bin scan --threads 1 $log" "scan (all cores)" "$bin scan $log"
compare "scan, from a pipe" "cat $log | $bin scan" "cat | cat" "cat $log | cat"
compare "scan mail.log.gz" "$bin scan $log.gz" "zcat | smtpcode scan" "zcat $log.gz | $bin scan"
compare "scan --events" "$bin scan --events $log" "cat" "cat $log"
if command -v /usr/bin/time >/dev/null; then
  /usr/bin/time -f "peak memory of scan: %M KiB" "$bin" scan "$log" >/dev/null
fi
