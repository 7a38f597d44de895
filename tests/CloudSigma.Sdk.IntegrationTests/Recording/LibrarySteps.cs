// The part of the scenario that looks at the library and at what addresses say about themselves.
namespace CloudSigma.Sdk.IntegrationTests.Recording;

internal static class LibrarySteps
{
    public static async Task RunAsync(Recorder recorder, CloudSigmaClient client)
    {
        var images = await recorder.RecordAsync("libdrives-list", client.Library.ListAsync());
        await recorder.RecordAsync("libdrives-list-detail", client.Library.ListAsync());
        await recorder.RecordAsync("libdrives-list-by-os", client.Library.ListAsync(new LibraryDriveFilter().Os("linux").ImageType(LibraryImageType.Preinstalled)));
        using (var paged = recorder.Client(pageSize: 2)) await recorder.RecordAsync("libdrives-list-pages", paged.Library.ListAsync());
        await recorder.RecordAsync("libdrives-get", () => client.Library.GetAsync(images[0].Uuid));
        await recorder.RecordRefusalAsync("libdrives-get-missing", () => client.Library.GetAsync(Guid.Parse("00000000-0000-4000-8000-000000000001")));
        var disk = images.First(static i => i.Media == DriveMedia.Disk);
        await recorder.RecordAsync("libdrives-clone", () => client.Library.CloneAsync(disk.Uuid, new CloneDriveOptions { Name = "from the library" }));

        await recorder.RecordAsync("capabilities-schema", () => client.Capabilities.GetSchemaAsync());
        await recorder.RecordAsync("jobs-schema", () => client.Jobs.GetSchemaAsync());
        await recorder.RecordAsync("libdrives-schema", () => client.Library.GetSchemaAsync());
        await recorder.RecordAsync("profile-schema", () => client.Profile.GetSchemaAsync());
        await recorder.RecordAsync("servers-schema", () => client.Servers.GetSchemaAsync());
        await recorder.RecordAsync("options", () => client.GetAllowedMethodsAsync("servers/"));
        await recorder.RecordAsync("options-library", () => client.GetAllowedMethodsAsync(disk.ResourceUri.Path));
    }
}
