// A cloud of its own for each test, with a clock that stands still.
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Emulator.Tests.Support;

public abstract class EmulatorTest : IAsyncLifetime
{
    public const long GiB = 1L << 30;

    protected ManualTimeProvider Clock { get; } = new();

    protected CloudSigmaEmulator Cloud { get; private set; } = null!;

    protected HttpClient Client { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        var options = new CloudSigmaEmulatorOptions { TimeProvider = Clock };
        Configure(options);
        Cloud = await CloudSigmaEmulator.StartAsync(options);
        Client = NewClient(Cloud, Cloud.Accounts[0]);
    }

    public virtual async Task DisposeAsync()
    {
        Client.Dispose();
        await Cloud.DisposeAsync();
    }

    public static HttpClient NewClient(CloudSigmaEmulator cloud, EmulatorAccount? account) => NewClient(cloud.Endpoint, account);

    public static HttpClient NewClient(Uri endpoint, EmulatorAccount? account)
    {
        var client = new HttpClient { BaseAddress = endpoint };
        if (account is not null)
        {
            var text = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.Email}:{account.Password}"));
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", text);
        }

        return client;
    }

    public static async Task<Answer> SendAsync(HttpClient client, string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        var response = await client.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    protected virtual void Configure(CloudSigmaEmulatorOptions options)
    {
    }

    protected Task<Answer> GetAsync(string path) => SendAsync(Client, "GET", path);

    protected Task<Answer> PostAsync(string path, JsonNode body) => SendAsync(Client, "POST", path, body.ToJsonString());

    protected Task<Answer> PutAsync(string path, JsonNode body) => SendAsync(Client, "PUT", path, body.ToJsonString());

    protected Task<Answer> DeleteAsync(string path, JsonNode? body = null) => SendAsync(Client, "DELETE", path, body?.ToJsonString());

    protected void Wait(double seconds) => Clock.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>Lets others work until something has happened.</summary>
    protected static async Task UntilAsync(Func<bool> happened)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!happened())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    protected static JsonObject NewDrive(string name = "d1", long size = GiB, string media = "disk") =>
        new() { ["media"] = media, ["name"] = name, ["size"] = size };

    protected static JsonObject NewServer(string name = "s1") =>
        new() { ["name"] = name, ["cpu"] = 2000, ["mem"] = GiB, ["vnc_password"] = "secret12" };

    protected static JsonObject Attachment(string drive, string channel = "0:0", string device = "virtio") =>
        new() { ["boot_order"] = 1, ["dev_channel"] = channel, ["device"] = device, ["drive"] = drive };

    protected static JsonObject With(JsonObject source, params (string Name, JsonNode? Value)[] members)
    {
        var result = source.DeepClone().AsObject();
        foreach (var (name, value) in members) result[name] = value;
        return result;
    }

    /// <summary>A drive that is ready.</summary>
    protected async Task<string> DriveAsync(JsonObject? body = null)
    {
        var answer = (await PostAsync("drives/", body ?? NewDrive())).Is(201);
        Wait(2);
        return answer.Uuid;
    }

    protected async Task<string> TagAsync(string name = "t1", params string[] resources)
    {
        var body = new JsonObject { ["name"] = name, ["resources"] = new JsonArray([.. resources.Select(static id => (JsonNode)id)]) };
        return (await PostAsync("tags/", body)).Is(201).Uuid;
    }

    protected async Task<string> ServerAsync(JsonObject? body = null) =>
        (await PostAsync("servers/", body ?? NewServer())).Is(201).Uuid;

    /// <summary>A private network of the account.</summary>
    protected async Task<string> VlanAsync() => (string)(await GetAsync("vlans/")).First["uuid"]!;

    protected Task<Answer> ActAsync(string resource, string uuid, string action, JsonObject? body = null, string query = "") =>
        PostAsync($"{resource}/{uuid}/action/?do={action}{query}", body ?? []);

    protected async Task<string> StatusAsync(string resource, string uuid) =>
        (string)(await GetAsync($"{resource}/{uuid}/")).Is(200).Json["status"]!;

    protected async Task<string> RunningServerAsync(JsonObject? body = null)
    {
        var uuid = await ServerAsync(body);
        (await ActAsync("servers", uuid, "start")).Is(202);
        Wait(4);
        return uuid;
    }
}
