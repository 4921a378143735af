# Ends the programs of a local system whose Java process died without doing so itself (kill -9, out of memory).
# Reads on standard input what runs; the end of that input means that the Java process is gone.
#   watch PID          a program to end with SIGTERM
#   forget PID         it has ended
#   remove FILE        a file that says that they run
#   postmaster FILE    PostgreSQL writes its process id into this file while it runs; SIGINT is its fast shutdown
# Ctrl-C and SIGTERM are for the Java process, which closes the input in its own time.
trap '' HUP INT TERM

pids=
postmaster_file=
remove_file=
while read -r what argument; do
  case $what in
    watch) pids="$argument $pids" ;;
    forget)
      rest=
      for pid in $pids; do
        [ "$pid" = "$argument" ] || rest="$rest $pid"
      done
      pids=$rest
      ;;
    postmaster) postmaster_file=$argument ;;
    remove) remove_file=$argument ;;
  esac
done

[ -z "$remove_file" ] || rm -f "$remove_file"
for pid in $pids; do
  kill -TERM "$pid"
done
postmaster=
if [ -n "$postmaster_file" ] && [ -r "$postmaster_file" ]; then
  read -r postmaster < "$postmaster_file"
  [ -z "$postmaster" ] || kill -INT "$postmaster"
fi

# 100 times 0.2 s, a little less than the Java process would wait.
turns=100
while [ "$turns" -gt 0 ]; do
  alive=
  for pid in $pids $postmaster; do
    if kill -0 "$pid"; then
      alive="$alive $pid"
    fi
  done
  [ -n "$alive" ] || exit 0
  sleep 0.2
  turns=$((turns - 1))
done
for pid in $alive; do
  kill -KILL "$pid"
done
