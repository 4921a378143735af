#!/bin/sh
# Breaks one promise at a time and expects the named test to go red. Each patch beside this file says in its first line
# what it breaks and in its second which test must notice.
#
#   system/src/test/mutations/run.sh            all of them
#   system/src/test/mutations/run.sh epoch …    some
#
# Works in a copy of the last commit, which it removes afterwards. Exit 1 when a mutation survives.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here" && git rev-parse --show-toplevel)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
trap 'exit 130' INT TERM
git clone -q "$root" "$copy/parley" || exit 2
cd "$copy/parley" || exit 2

survived=0
[ $# -gt 0 ] || set -- $(ls "$here" | sed -n 's/\.patch$//p')
for name in "$@"; do
  patch=$here/$name.patch
  test=$(sed -n 's/^Red: //p' "$patch")
  git apply "$patch" || exit 2
  case $test in
    *IT) only="-Dtest=None -Dit.test=$test" ;;
    *) only="-Dtest=$test -Dit.test=None" ;;
  esac
  case $test in
    LostPublishesIT) module=system ;;
    *) module=chat-service ;;
  esac
  # The test must have run and failed: a build that breaks earlier proves nothing.
  ./mvnw -q -pl $module -am verify $only -Dspotbugs.skip -Dspotless.check.skip \
    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false > "$copy/$name.log" 2>&1
  reports="$module/target/surefire-reports $module/target/failsafe-reports"
  if grep -lqE '<(failure|error)' $(find $reports -name "TEST-*$test.xml" 2>/dev/null) /dev/null; then
    echo "red, as it must be: $name ($test)"
  else
    echo "SURVIVED: $name ($test)"
    tail -n 20 "$copy/$name.log"
    survived=1
  fi
  git checkout -q .
  rm -rf $reports
done
exit $survived
