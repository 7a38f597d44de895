// The code of the README. Each region is a snippet there, word for word; ReadmeTests compares and runs them.
using CloudSigma.Emulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

#pragma warning disable CA2016 // One token is enough: the list takes it from either place.
namespace CloudSigma.Sdk.IntegrationTests.Snippets;

internal static class ReadmeSnippets
{
    public static void Register(IServiceCollection services, IConfiguration configuration)
    {
        #region dependency-injection
        services.AddCloudSigmaClient(configuration.GetSection("CloudSigma"));

        // Settings in code, and a second account under a key:
        services.AddKeyedCloudSigmaClient("backup", options =>
        {
            options.Location = CloudSigmaLocation.Geneva;
            options.Credential = CloudSigmaCredential.Basic("backup@domain.tld", "secret");
        });
        #endregion
    }

    public static CloudSigmaClient Create()
    {
        #region without-dependency-injection
        var client = new CloudSigmaClient(new CloudSigmaClientOptions
        {
            Location = CloudSigmaLocation.Zurich, // or Endpoint = new Uri("http://127.0.0.1:8010/api/2.0/")
            Credential = CloudSigmaCredential.Basic("user@domain.tld", "secret"),
        });
        #endregion
        return client;
    }

    public static async Task ListAsync(ICloudSigmaClient client, CancellationToken cancellationToken)
    {
        #region listing
        await foreach (Server server in client.Servers.ListAsync(new ServerFilter().NameContains("web"), cancellationToken))
            Console.WriteLine($"{server.Name}: {server.Status}");

        await foreach (Page<Drive> page in client.Drives.ListAsync().AsPages(pageSize: 50, cancellationToken))
            Console.WriteLine($"{page.Items.Count} of {page.TotalCount} drives from {page.Offset}");
        #endregion
    }

    public static async Task<Server> CreateAsync(ICloudSigmaClient client, CancellationToken cancellationToken)
    {
        #region creating
        Drive drive = await client.Drives.CreateAsync(
            new NewDrive { Name = "data", Size = ByteSize.GiB(10), Media = DriveMedia.Disk }, cancellationToken);
        drive = await client.Drives.Track(drive).WaitForCompletionAsync(cancellationToken: cancellationToken);

        Server server = await client.Servers.CreateAsync(
            new NewServer
            {
                Name = "web-1",
                Cpu = 2000, // MHz
                Memory = ByteSize.GiB(2),
                VncPassword = "a good one",
                Drives = [new ServerDrive { Drive = drive.Uuid, Device = DeviceBus.Virtio, DeviceChannel = "0:0", BootOrder = 1 }],
                Nics = [new Nic { Model = NicModel.Virtio, IPv4 = new IPConfiguration { Mode = IPConfigurationMode.Dhcp } }],
            },
            cancellationToken);
        #endregion
        return server;
    }

    public static async Task<Server> UpdateAsync(ICloudSigmaClient client, Server server, CancellationToken cancellationToken)
    {
        #region updating
        server = await client.Servers.UpdateAsync(server with { Name = "web-2" }, cancellationToken);
        #endregion
        return server;
    }

    public static async Task WaitAsync(ICloudSigmaClient client, Guid drive, IProgress<OperationProgress> progress, CancellationToken cancellationToken)
    {
        #region waiting
        Operation<Drive> clone = await client.Drives.CloneAsync(drive, new CloneDriveOptions { Name = "copy", Avoid = [drive] }, cancellationToken);
        string id = clone.Id; // Keep it, and another process can take over: client.Drives.ResumeAsync(id)
        Drive copy = await clone.WaitForCompletionAsync(progress, cancellationToken);
        #endregion
        Console.WriteLine($"{id}: {copy.Status}");
    }

    public static async Task<DriveDownload> TransferAsync(ICloudSigmaClient client, IProgress<TransferProgress> progress, CancellationToken cancellationToken)
    {
        #region images
        // With a TicketFile the same call goes on where the last one was cancelled or killed.
        Drive uploaded = await client.Drives.UploadAsync(
            "disk.img", new UploadDriveOptions { TicketFile = "disk.img.upload" }, progress, cancellationToken);

        DriveDownload image = await client.Drives.DownloadAsync(
            uploaded.Uuid, "copy.img", new DownloadDriveOptions { Resume = true }, progress, cancellationToken);
        Console.WriteLine($"{image.Path}: {image.Length} bytes");
        #endregion
        return image;
    }

    public static async Task HandleErrorsAsync(ICloudSigmaClient client, Guid uuid, CancellationToken cancellationToken)
    {
        #region errors
        try
        {
            await client.Servers.StartAsync(uuid, cancellationToken: cancellationToken);
        }
        catch (ResourceNotFoundException)
        {
            Console.WriteLine("There is no such server.");
        }
        catch (CloudSigmaApiException e)
        {
            foreach (ApiError error in e.Errors)
                Console.WriteLine($"{error.Type} at {error.Point}: {error.Message} (request {e.RequestId})");
        }
        catch (CloudSigmaTimeoutException)
        {
            Console.WriteLine("No answer in time. Read the server to see what became of it.");
        }
        #endregion
    }

    public static async Task TestAsync()
    {
        #region testing
        await using var cloud = await CloudSigmaEmulator.StartAsync(new CloudSigmaEmulatorOptions { Speed = 1000, Seed = 1 });
        using var client = new CloudSigmaClient(new CloudSigmaClientOptions
        {
            Endpoint = cloud.Endpoint,
            Credential = CloudSigmaCredential.Basic(cloud.Accounts[0].Email, cloud.Accounts[0].Password),
        });

        await client.Drives.CreateAsync(new NewDrive { Name = "test", Size = ByteSize.GiB(1) });
        #endregion
        if (cloud.Requests.Count != 1) throw new InvalidOperationException("One request was expected.");
    }
}
