"""Uses a server as programs in Python do; says each part that went well, and fails at the first that did not."""

import sys
import time

import redis

PORT = int(sys.argv[1])


def connect(**options):
    return redis.Redis(port=PORT, decode_responses=True, socket_timeout=20, **options)


def expect(actual, expected):
    if actual != expected:
        raise AssertionError(f"{actual!r} is not {expected!r}")


def fails(kind, call):
    try:
        call()
    except kind as error:
        return str(error)
    raise AssertionError(f"no {kind.__name__}")


def next_message(pubsub):
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        message = pubsub.get_message(timeout=1)
        if message is not None:
            return message["type"], message["channel"], message["data"]
    raise AssertionError("no message")


def everyday_calls(r):
    expect(r.ping(), True)
    expect(r.set("k", "v", nx=True, ex=100), True)
    expect(r.set("k", "w", nx=True), None)
    expect(r.ttl("k") in (99, 100), True)
    expect(r.hset("h", mapping={"a": 1, "b": 2}), 2)
    expect(r.hgetall("h"), {"a": "1", "b": "2"})
    expect(r.zadd("z", {"one": 1, "two": 2.5}), 2)
    expect(r.zrange("z", 0, -1, withscores=True), [("one", 1.0), ("two", 2.5)])
    expect(sorted(r.scan_iter(match="*", count=1)), ["h", "k", "z"])
    expect(r.xadd("s", {"f": "v"}, id="1-1"), "1-1")
    expect(r.xrange("s"), [("1-1", {"f": "v"})])
    expect(r.type("s"), "stream")
    expect(r.object("encoding", "h") in ("listpack", "ziplist"), True)
    expect(r.info("server")["redis_mode"], "standalone")
    fails(redis.ResponseError, lambda: r.incr("k"))


def transactions(r, other):
    with r.pipeline(transaction=True) as pipe:
        pipe.set("t", 1).incr("t").lpop("t").get("t")
        results = pipe.execute(raise_on_error=False)
    expect(results[:2] + results[3:], [True, 2, "2"])
    expect(isinstance(results[2], redis.ResponseError), True)
    with r.pipeline() as pipe:
        pipe.watch("t")
        other.set("t", 10)
        pipe.multi()
        pipe.set("t", 11)
        fails(redis.WatchError, pipe.execute)
    attempts = []

    def double(pipe):
        value = int(pipe.get("t"))
        if not attempts:
            other.set("t", 20)
        attempts.append(value)
        pipe.multi()
        pipe.set("t", value * 2)

    expect(r.transaction(double, "t"), [True])
    expect((attempts, r.get("t")), ([10, 20], "40"))


def pub_sub(r, other):
    with r.pubsub() as p:
        p.subscribe("news")
        p.psubscribe("n*")
        expect(next_message(p), ("subscribe", "news", 1))
        expect(next_message(p), ("psubscribe", "n*", 2))
        expect(other.publish("news", "one"), 2)
        expect(next_message(p), ("message", "news", "one"))
        expect(next_message(p), ("pmessage", "news", "one"))
        expect(other.pubsub_numsub("news"), [("news", 1)])
        p.ping("x")
        expect(next_message(p)[::2], ("pong", "x"))
        p.unsubscribe()
        expect(next_message(p), ("unsubscribe", "news", 1))


def tracking(r, other):
    with r.pubsub() as told, r.client() as reader:
        told.subscribe("__redis__:invalidate")
        expect(next_message(told)[0], "subscribe")
        told_id = [c["id"] for c in other.client_list() if c["sub"] == "1"][0]
        reader.execute_command("CLIENT", "TRACKING", "ON", "REDIRECT", told_id)
        reader.get("cached")
        other.set("cached", 1)
        expect(next_message(told), ("message", "__redis__:invalidate", ["cached"]))
        expect(reader.client_getredir(), int(told_id))
        reader.execute_command("CLIENT", "TRACKING", "OFF")


def users(r):
    r.acl_setuser(
        "reader", enabled=True, passwords=["+secret"], keys=["open:*"], categories=["+@read"]
    )
    r.set("open:k", "v")
    reader = connect(username="reader", password="secret")
    expect(reader.get("open:k"), "v")
    fails(redis.exceptions.NoPermissionError, lambda: reader.get("closed"))
    fails(redis.exceptions.NoPermissionError, lambda: reader.set("open:k", "w"))
    wrong = connect(username="reader", password="wrong")
    expect("WRONGPASS" in fails(redis.RedisError, wrong.ping), True)
    expect(r.acl_users(), ["default", "reader"])
    expect(r.acl_getuser("reader")["enabled"], True)


def resp3():
    r = connect(protocol=3)
    r.hset("map", mapping={"a": 1})
    expect(r.hgetall("map"), {"a": "1"})
    expect(r.execute_command("CLIENT", "TRACKINGINFO")["flags"], {"off"})


def main():
    r, other = connect(), connect()
    parts = [
        ("everyday calls", lambda: everyday_calls(r)),
        ("transactions", lambda: transactions(r, other)),
        ("pub/sub", lambda: pub_sub(r, other)),
        ("tracking", lambda: tracking(r, other)),
        ("users", lambda: users(r)),
    ]
    if int(redis.__version__.split(".")[0]) >= 5:
        parts.append(("RESP3", resp3))
    for name, part in parts:
        part()
        print(name)
    print("done")


main()
