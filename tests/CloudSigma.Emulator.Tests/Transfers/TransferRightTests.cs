// Transfers of drives of somebody else, and the room and the ports that transfers need.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Tests.Support;

namespace CloudSigma.Emulator.Tests.Transfers;

public static class TransferRightTests
{
    public sealed class Sharing : TransferTest
    {
        private static readonly EmulatorAccount Other = new("other@example.com", "hush");

        [Fact]
        public async Task A_download_needs_the_right_to_clone_and_an_upload_that_to_edit()
        {
            using var other = NewClient(Cloud, Other);
            var image = Noise(MiB);
            var ready = await UploadedAsync(image);
            var begun = await BeginAsync(MiB);
            var ask = new JsonObject { ["chunk_number"] = 0, ["chunk_size"] = MiB }.ToJsonString();
            foreach (var path in (string[])[$"drives/{ready}/download/", $"drives/{begun}/upload/"]) (await SendAsync(other, "GET", path)).Refused(404, "notexist");
            var tag = await TagAsync("shared", ready, begun);
            var acl = await ShareAsync(tag, "LIST");
            foreach (var path in (string[])[$"drives/{ready}/download/", $"drives/{begun}/upload/"]) (await SendAsync(other, "GET", path)).Refused(403, "permission");
            (await SendAsync(other, "POST", $"drives/{begun}/action/?do=upload_chunk", ask)).Refused(403, "permission");
            (await DeleteAsync($"acls/{acl}/")).Is(204);
            await ShareAsync(tag, "LIST", "CLONE", "EDIT");
            Holds(image, await other.GetByteArrayAsync(new Uri($"drives/{ready}/download/", UriKind.Relative)));
            (await SendAsync(other, "POST", $"drives/{begun}/action/?do=upload_chunk", ask)).Is(200);
        }

        protected override void Configure(CloudSigmaEmulatorOptions options)
        {
            base.Configure(options);
            options.Accounts = [EmulatorAccount.WellKnown, Other];
        }

        private async Task<string> ShareAsync(string tag, params string[] rights)
        {
            var body = new JsonObject
            {
                ["name"] = "a",
                ["tags"] = new JsonArray(tag),
                ["grantees"] = new JsonArray(new JsonObject { ["email"] = Other.Email }),
                ["rules"] = new JsonArray([.. rights.Select(static right => (JsonNode)new JsonObject { ["permission"] = right })]),
            };
            return (await PostAsync("acls/", body)).Is(201).Uuid;
        }
    }

    public sealed class Room : TransferTest
    {
        [Fact]
        public async Task An_upload_takes_the_room_that_the_drive_will_have()
        {
            const string message = "We currently cannot provide enough resources to create a dssd drive";
            (await PostAsync("initupload/", NewUpload((4 * MiB) + 1))).Refused(503, "backend", message: message);
            // A small image becomes a drive of the smallest size.
            var uuid = await BeginAsync(1);
            (await PostAsync("initupload/", NewUpload((3 * MiB) + 1))).Refused(503, "backend", message: message);
            var target = new Uri(Cloud.DirectEndpoint, "drives/upload/");
            using (var call = await SocketCall.StartAsync(target, Cloud.Accounts[0], "Expect: 100-continue", $"Content-Length: {4 * MiB}"))
                Assert.StartsWith("HTTP/1.1 503 ", await call.ReadHeadAsync(), StringComparison.Ordinal);
            (await DeleteAsync($"drives/{uuid}/")).Is(204);
            (await RawAsync(new byte[4 * MiB])).Is(200);
        }

        protected override void Configure(CloudSigmaEmulatorOptions options)
        {
            base.Configure(options);
            options.Storage = new EmulatorStorage { HostsPerType = 1, HostCapacity = 4 * MiB };
        }
    }

    public sealed class Ports
    {
        [Fact]
        public async Task A_port_for_transfers_that_is_in_use_is_named()
        {
            await using var cloud = await CloudSigmaEmulator.StartAsync();
            var taken = cloud.DirectEndpoint.Port;
            var problem = await Assert.ThrowsAsync<IOException>(() => CloudSigmaEmulator.StartAsync(new() { DirectPort = taken }));
            Assert.Equal($"Port {taken} on 127.0.0.1 is in use. Choose another one, or 0 for any free port.", problem.Message);
        }

        [Fact]
        public async Task The_port_for_transfers_can_be_chosen()
        {
            int port;
            await using (var first = await CloudSigmaEmulator.StartAsync()) port = first.DirectEndpoint.Port;
            await using var cloud = await CloudSigmaEmulator.StartAsync(new() { DirectPort = port });
            Assert.Equal($"http://127.0.0.1:{port}/api/2.0/", cloud.DirectEndpoint.AbsoluteUri);
        }
    }
}
