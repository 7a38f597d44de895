using System.Text.RegularExpressions;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Common;

/// <summary>Names and metas that would arrive as something else are refused before anything is sent.</summary>
public class SentTextTests
{
    private const string LongestKey = "12345678901234567890123456789012";

    private readonly FakeHandler _handler = new(r => r.Method == "GET" ? throw new InvalidOperationException() : FakeHandler.Json($$"""{"objects":[{"uuid":"{{TestClient.Uuid}}"}]}"""));

    /// <summary>Half a surrogate pair is written escaped here, for the runner would replace it.</summary>
    public static TheoryData<string, string, string> BadMetas => new()
    {
        { LongestKey + "3", "v", "more than 32 characters" },
        { "k\0ey", "v", "NUL" },
        { @"k\uD83Dey", "v", "surrogate" },
        { "key", "v\0", "NUL" },
        { "key", @"\uDE00v", "surrogate" },
        { "key", @"v\uD83D", "surrogate" },
        { "key", null!, "is null" },
    };

    [Theory]
    [MemberData(nameof(BadMetas))]
    public async Task A_meta_that_cannot_be_sent_is_named_with_the_rule(string key, string value, string rule)
    {
        key = Regex.Unescape(key);
        var meta = new Dictionary<string, string> { [key] = value is null ? null! : Regex.Unescape(value) };
        foreach (var send in Writes("name", meta))
        {
            var error = await Assert.ThrowsAsync<ArgumentException>(send);
            Assert.Contains(rule, error.Message, StringComparison.Ordinal);
            Assert.Contains(key.Replace('\0', '\uFFFD').Replace('\uD83D', '\uFFFD'), error.Message, StringComparison.Ordinal);
        }

        Assert.Empty(_handler.Requests);
    }

    [Theory]
    [InlineData("a\0b", "NUL")]
    [InlineData(@"a\uD83D", "surrogate")]
    [InlineData(@"\uDE00\uD83D", "surrogate")]
    public async Task A_name_that_cannot_be_sent_is_refused(string name, string rule)
    {
        name = Regex.Unescape(name);
        foreach (var send in Writes(name, null).Skip(1).Concat(Updates(name, null)))
            Assert.Contains(rule, (await Assert.ThrowsAsync<ArgumentException>(send)).Message, StringComparison.Ordinal);

        Assert.Empty(_handler.Requests);
    }

    [Fact]
    public async Task A_record_is_checked_on_its_way_back_but_keeps_the_nulls_it_came_with()
    {
        foreach (var send in Updates("n", new Dictionary<string, string> { [LongestKey + "3"] = "v" })) await Assert.ThrowsAsync<ArgumentException>(send);
        foreach (var send in Updates("n", new Dictionary<string, string> { ["k"] = "\0" })) await Assert.ThrowsAsync<ArgumentException>(send);
        Assert.Empty(_handler.Requests);

        foreach (var send in Updates("n", new Dictionary<string, string> { ["k"] = null! })) await send();
        Assert.All(_handler.Requests, static r => Assert.Contains("\"k\":null", r.Body, StringComparison.Ordinal));
        Assert.Equal(6, _handler.Requests.Count);
    }

    [Fact]
    public async Task The_longest_key_and_every_whole_character_pass()
    {
        const string emoji = "\uD83D\uDE00";
        var meta = new Dictionary<string, string>
        {
            [LongestKey] = "line 1\nline 2 " + emoji,
            [string.Concat(Enumerable.Repeat(emoji, 32))] = "",
        };

        foreach (var send in Writes("größer " + emoji, meta).Concat(Updates(emoji, meta))) await send();

        Assert.Equal(17, _handler.Requests.Count);
    }

    // The drive comes first: its name is checked by its own client.
    private IEnumerable<Func<Task>> Writes(string name, Dictionary<string, string>? meta)
    {
        var client = TestClient.Create(_handler);
        var server = new NewServer { Name = name, Cpu = 1000, Memory = ByteSize.GiB(1), VncPassword = "x", Meta = meta };
        var snapshot = new NewSnapshot { Drive = TestClient.Uuid, Name = name, Meta = meta };
        var remote = new NewRemoteSnapshot { Drive = TestClient.Uuid, Location = "ZRH", Name = name, Meta = meta };
        return
        [
            () => client.Drives.CreateAsync(new NewDrive { Name = name, Size = ByteSize.GiB(1), Meta = meta }),
            () => client.Servers.CreateAsync(server),
            () => client.Snapshots.CreateAsync(snapshot),
            () => client.Snapshots.UpdateAsync(TestClient.Uuid, snapshot),
            () => client.RemoteSnapshots.CreateAsync(remote),
            () => client.RemoteSnapshots.UpdateAsync(TestClient.Uuid, remote),
            () => client.Acls.CreateAsync(new NewAcl { Name = name, Meta = meta }),
            () => client.Acls.UpdateAsync(TestClient.Uuid, new NewAcl { Name = name, Meta = meta }),
            () => client.Keypairs.CreateAsync(NewKeypair.Generate(name, KeypairAlgorithm.Rsa) with { Meta = meta }),
            () => client.Tags.CreateAsync(new NewTag { Name = name, Meta = meta }),
            () => client.Tags.UpdateAsync(TestClient.Uuid, new NewTag { Name = name, Meta = meta }),
        ];
    }

    private IEnumerable<Func<Task>> Updates(string name, Dictionary<string, string>? meta)
    {
        var client = TestClient.Create(_handler);
        IReadOnlyDictionary<string, string> map = meta ?? [];
        return
        [
            () => client.Servers.UpdateAsync(new Server { Uuid = TestClient.Uuid, Name = name, Meta = map }),
            () => client.Snapshots.UpdateAsync(new Snapshot { Uuid = TestClient.Uuid, Name = name, Meta = map }),
            () => client.RemoteSnapshots.UpdateAsync(new RemoteSnapshot { Uuid = TestClient.Uuid, Name = name, Meta = map }),
            () => client.Acls.UpdateAsync(new Acl { Uuid = TestClient.Uuid, Name = name, Meta = map }),
            () => client.Keypairs.UpdateAsync(new Keypair { Uuid = TestClient.Uuid, Name = name, Meta = map }),
            () => client.Tags.UpdateAsync(new Tag { Uuid = TestClient.Uuid, Name = name, Meta = map }),
        ];
    }
}
