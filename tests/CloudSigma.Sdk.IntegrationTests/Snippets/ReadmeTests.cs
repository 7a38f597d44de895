using CloudSigma.Sdk.IntegrationTests.Transfers;
using CloudSigma.Sdk.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CloudSigma.Sdk.IntegrationTests.Snippets;

[Collection("Snippets with files")] // They write to the same folder, under the names that a reader sees.
public class ReadmeTests
{
    [Fact]
    public void Registration_gives_two_clients()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("CloudSigma:Location", "ZRH"), new("CloudSigma:Username", "user@domain.tld"), new("CloudSigma:Password", "secret")]).Build();
        var services = new ServiceCollection();
        ReadmeSnippets.Register(services, configuration);
        using var provider = services.BuildServiceProvider();

        Assert.Equal("https://zrh.cloudsigma.com/api/2.0/", provider.GetRequiredService<ICloudSigmaClient>().Endpoint.AbsoluteUri);
        Assert.Equal("https://gva.cloudsigma.com/api/2.0/", provider.GetRequiredKeyedService<ICloudSigmaClient>("backup").Endpoint.AbsoluteUri);
        using var client = ReadmeSnippets.Create();
        Assert.Equal("https://zrh.cloudsigma.com/api/2.0/", client.Endpoint.AbsoluteUri);
    }

    [Fact]
    public async Task The_snippets_do_what_they_say()
    {
        await using var cloud = await EmulatorFixture.StartAsync();
        var client = cloud.Client;

        var server = await cloud.RunAsync(ReadmeSnippets.CreateAsync(client, default));
        Assert.Equal("web-2", (await ReadmeSnippets.UpdateAsync(client, server, default)).Name);
        await ReadmeSnippets.ListAsync(client, default);
        await cloud.RunAsync(Run(ReadmeSnippets.WaitAsync(client, server.Drives[0].Drive!.Uuid, new Progress<OperationProgress>(), default)));
        await ReadmeSnippets.HandleErrorsAsync(client, Guid.NewGuid(), default);
        await ReadmeSnippets.TestAsync();

        var names = (await client.Drives.ListAsync().ReadAllAsync()).Select(d => d.Name).Order();
        Assert.Equal(["copy", "data"], names);

        static async Task<bool> Run(Task task)
        {
            await task;
            return true;
        }
    }

    [Fact]
    public async Task An_image_comes_back_as_it_went()
    {
        await using var cloud = await TransferFixture.StartAsync();
        var bytes = TransferFixture.Bytes(300_000);
        File.WriteAllBytes("disk.img", bytes);
        try
        {
            var told = new List<TransferProgress>();
            await ReadmeSnippets.TransferAsync(cloud.Client, new SynchronousProgress<TransferProgress>(told.Add), default);

            Assert.Equal(bytes, File.ReadAllBytes("copy.img")[..bytes.Length]);
            Assert.Equal(1, told[^1].Fraction);
        }
        finally
        {
            File.Delete("disk.img");
            File.Delete("copy.img");
        }
    }
}
