// Lists a fleet of 5,000 servers and shows a table that grows while the pages arrive.
// It runs in a cloud of its own, inside this process. Another number of servers may be given as argument.
using System.Globalization;
using System.Net.Http.Json;
using CloudSigma.Emulator;
using CloudSigma.Sdk;
using Spectre.Console;

var count = args is [var text, ..] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 5000;
await using var emulator = await CloudSigmaEmulator.StartAsync(new() { Speed = 100 });
using (var steering = new HttpClient())
{
    var seed = await steering.PostAsJsonAsync(new Uri(emulator.Endpoint, "/_emulator/seed"), new Dictionary<string, int> { ["servers"] = count });
    seed.EnsureSuccessStatusCode();
}

await using var client = new CloudSigmaClient(new CloudSigmaClientOptions
{
    Endpoint = emulator.Endpoint,
    Credential = CloudSigmaCredential.Basic(emulator.Accounts[0].Email, emulator.Accounts[0].Password),
    PageSize = 500,
});

// Some of them run, so that there is something to see. All waits share their requests.
var some = new List<Guid>();
await foreach (var server in client.Servers.ListSummariesAsync())
{
    some.Add(server.Uuid);
    if (some.Count == 50) break;
}

await Task.WhenAll(some.Select(async uuid => await (await client.Servers.StartAsync(uuid)).WaitForCompletionAsync()));

emulator.ClearRequests();
var fleet = new SortedDictionary<string, (int Servers, long Mhz, long Bytes)>(StringComparer.Ordinal);
var seen = 0;
var table = new Table().AddColumns("status", "servers", "processors", "memory");
await AnsiConsole.Live(table).StartAsync(async live =>
{
    await foreach (var server in client.Servers.ListAsync())
    {
        var (servers, mhz, bytes) = fleet.GetValueOrDefault(server.Status.Value);
        fleet[server.Status.Value] = (servers + 1, mhz + server.Cpu, bytes + server.Memory.Bytes);
        if (++seen % 500 == 0) Show(live);
    }

    Show(live);
});
Console.WriteLine($"{seen} servers in {emulator.Requests.Count} requests.");
return seen == count ? 0 : 1;

void Show(LiveDisplayContext live)
{
    table.Rows.Clear();
    foreach (var (status, (servers, mhz, bytes)) in fleet)
        table.AddRow(status, servers.ToString(CultureInfo.InvariantCulture), $"{mhz} MHz", new ByteSize(bytes).ToString());
    live.Refresh();
}
