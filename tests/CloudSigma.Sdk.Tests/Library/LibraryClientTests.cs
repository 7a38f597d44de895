using System.Text;
using CloudSigma.Sdk.Core.Diagnostics;
using CloudSigma.Sdk.TestKit.Fakes;

namespace CloudSigma.Sdk.Tests.Library;

public class LibraryClientTests
{
    private const string Notes = "log in as root with the password hunter22";

    private static readonly string Image =
        $$"""
        {"uuid":"{{TestClient.Uuid}}","name":"Debian","install_notes":"{{Notes}}","image_type":"live-cd","arch":"64","category":["general"],"favourite":true,"paid":false,
         "owner":null,"storage_type":null,"distribution":null,"size":1073741824,"status":"unmounted","meta":{"install_notes":"{{Notes}}"},"default_pass":"hunter22"}
        """;

    [Fact]
    public async Task An_image_is_read_with_what_the_sdk_does_not_know()
    {
        var image = await TestClient.Create(new FakeHandler(Image)).Library.GetAsync(TestClient.Uuid);

        Assert.Equal(("Debian", Notes, new LibraryImageType("live-cd"), "64", true, false), (image.Name, image.InstallNotes, image.ImageType, image.Arch, image.Favourite, image.Paid));
        Assert.Null(image.Owner);
        Assert.Null(image.StorageType);
        Assert.Null(image.Distribution);
        Assert.Equal("hunter22", image.AdditionalMembers["default_pass"].GetString());
    }

    [Fact]
    public async Task Notes_are_neither_printed_nor_logged()
    {
        var image = await TestClient.Create(new FakeHandler(Image)).Library.GetAsync(TestClient.Uuid);

        Assert.DoesNotContain("hunter22", image.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter22", BodyLog.Redact(Encoding.UTF8.GetBytes(Image)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{\"objects\":[{0}]}")]
    public async Task A_clone_is_a_drive_that_is_waited_for(string form)
    {
        var drive = $$"""{"uuid":"{{TestClient.Uuid}}","status":"cloning_dst"}""";
        var handler = new FakeHandler(form.Replace("{0}", drive, StringComparison.Ordinal));

        var clone = await TestClient.Create(handler).Library.CloneAsync(TestClient.Uuid, new CloneDriveOptions { Name = "mine", StorageType = StorageType.Nvme });

        Assert.Equal(($"drives-clone:{TestClient.Uuid}", false), (clone.Id, clone.HasCompleted));
        Assert.Equal("""{"name":"mine","storage_type":"nvme"}""", Assert.Single(handler.Requests).Body);
    }

    [Fact]
    public async Task Bad_arguments_are_refused_before_anything_is_sent()
    {
        var handler = new FakeHandler("{}");
        var library = TestClient.Create(handler).Library;

        await Assert.ThrowsAsync<ArgumentException>(() => library.GetAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => library.CloneAsync(Guid.Empty));
        await Assert.ThrowsAsync<ArgumentException>(() => library.CloneAsync(TestClient.Uuid, new CloneDriveOptions { Name = "\uD83D" }));
        await Assert.ThrowsAsync<ArgumentException>(() => library.CloneAsync(TestClient.Uuid, new CloneDriveOptions { Avoid = [Guid.Empty] }));
        Assert.Throws<ArgumentException>(() => new LibraryDriveFilter().ImageType());

        Assert.Empty(handler.Requests);
    }
}
