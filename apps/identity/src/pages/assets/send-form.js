// Presses the button that goes on: the page is shown to whom has said so already, and stays as it is where there is no script.
document.querySelector('form button')?.click();
