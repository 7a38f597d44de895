// A cloud with three accounts: the first owns objects, the second is to get rights, the third gets none.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Tests.Support;

public abstract class SharingTest : EmulatorTest
{
    protected HttpClient Friend { get; private set; } = null!;

    protected HttpClient Stranger { get; private set; } = null!;

    protected EmulatorAccount FriendAccount => Cloud.Accounts[1];

    protected override void Configure(CloudSigmaEmulatorOptions options) => options.Accounts =
    [
        EmulatorAccount.WellKnown, new("friend@example.com", "secret"), new("stranger@example.com", "secret"),
    ];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Friend = NewClient(Cloud, Cloud.Accounts[1]);
        Stranger = NewClient(Cloud, Cloud.Accounts[2]);
    }

    public override async Task DisposeAsync()
    {
        Friend.Dispose();
        Stranger.Dispose();
        await base.DisposeAsync();
    }

    protected static JsonObject Grantee(EmulatorAccount account) => new() { ["email"] = account.Email, ["uuid"] = account.Uuid.ToString() };

    protected static JsonArray Rules(params string[] rights) =>
        [.. rights.Select(static right => (JsonNode)new JsonObject { ["permission"] = right })];

    protected static JsonObject NewAcl(string tag, EmulatorAccount grantee, params string[] rights) => new()
    {
        ["name"] = "a1",
        ["grantees"] = new JsonArray(Grantee(grantee)),
        ["rules"] = Rules(rights),
        ["tags"] = new JsonArray(new JsonObject { ["uuid"] = tag }),
    };

    /// <summary>Gives the second account rights on objects of the first one. Returns the uuid of the ACL.</summary>
    protected async Task<string> ShareAsync(string[] objects, params string[] rights) =>
        (await PostAsync("acls/", NewAcl(await TagAsync("shared", objects), FriendAccount, rights))).Is(201).Uuid;

    protected Task<string> ShareAsync(string uuid, params string[] rights) => ShareAsync([uuid], rights);

    protected Task<Answer> FriendAsync(string method, string path, JsonNode? body = null) => SendAsync(Friend, method, path, body?.ToJsonString());

    /// <summary>A drive of the second account that is ready.</summary>
    protected async Task<string> FriendsDriveAsync(JsonObject? body = null)
    {
        var uuid = (await FriendAsync("POST", "drives/", body ?? NewDrive("friend's"))).Is(201).Uuid;
        Wait(2);
        return uuid;
    }

    protected static string[] Texts(JsonNode? list) => [.. list!.AsArray().Select(static entry => (string)entry!)];
}
